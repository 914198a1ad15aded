"""`LIC`: whether a commons is as open as it claims, and whether its licences go together."""
