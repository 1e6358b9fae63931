#compdef svcadm
# zsh completion for svcadm, printed by `svcadm completion zsh`.  What may follow, svcadm itself says.
_svcadm() {
  local line word about
  local -a words_of shown
  for line in "${(@f)$("${(Q)words[1]}" completion words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      ('') ;;
      (:files) _files ;;
      (:folders) _files -/ ;;
      (*)
        word=${line%%$'\t'*}
        about=${line#*$'\t'}
        words_of+=("$word")
        if [[ $line == *$'\t'* ]]; then shown+=("$word  -- $about"); else shown+=("$word"); fi
        ;;
    esac
  done
  (( $#words_of )) && compadd -l -d shown -a words_of
}
if [[ ${funcstack[1]} == _svcadm ]]; then _svcadm "$@"; else compdef _svcadm svcadm; fi
