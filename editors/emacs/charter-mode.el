;;; charter-mode.el --- Charters of commons  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "29.1"))
;; SPDX-License-Identifier: AGPL-3.0-or-later

;;; Commentary:

;; A mode for .charter files: comments, indentation, outlines, a few colours.  Everything else comes from the
;; language server: `M-x eglot', or (add-hook 'charter-mode-hook #'eglot-ensure).

;;; Code:

(defvar charter-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?- "_" table)
    table))

(defconst charter-mode-declarations
  '("charter" "use" "value" "commons" "asset" "association" "firm" "party" "person" "investor" "public" "fund"
    "agreement" "currency" "provision" "flow" "define" "clause" "expect" "allow")
  "The words that open a declaration.")

(defvar charter-mode-font-lock-keywords
  `((,(concat "^" (regexp-opt charter-mode-declarations 'symbols)) . font-lock-keyword-face)
    ("\\_<\\(requires\\|never\\|and\\|or\\|consent\\|testing\\)\\_>" . font-lock-builtin-face)
    ("\\_<[0-9][0-9./-]*%?" . font-lock-constant-face)))

(defun charter-mode-indent-line ()
  "Indent the line by two blanks for each brace around it."
  (interactive)
  (let* ((depth (save-excursion (beginning-of-line) (car (syntax-ppss))))
         (closes (save-excursion (back-to-indentation) (eq (char-after) ?\})))
         (column (* 2 (max 0 (if closes (1- depth) depth)))))
    (if (<= (current-column) (current-indentation))
        (indent-line-to column)
      (save-excursion (indent-line-to column)))))

;;;###autoload
(define-derived-mode charter-mode prog-mode "Charter"
  "A mode for charters of commons."
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+ *")
  (setq-local indent-line-function #'charter-mode-indent-line)
  (setq-local outline-regexp (concat (regexp-opt charter-mode-declarations) "\\_>"))
  (setq-local font-lock-defaults '(charter-mode-font-lock-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.charter\\'" . charter-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(charter-mode . ("charter" "lsp"))))

(provide 'charter-mode)
;;; charter-mode.el ends here
