setlocal commentstring=#\ %s comments=:# expandtab shiftwidth=2 softtabstop=2 iskeyword+=-
let b:undo_ftplugin = 'setlocal commentstring< comments< expandtab< shiftwidth< softtabstop< iskeyword<'
