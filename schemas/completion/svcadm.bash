# bash completion for svcadm, printed by `svcadm completion bash`.  What may follow, svcadm itself says.
_svcadm() {
  local line word
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files) compopt -o default 2>/dev/null ;;
      :folders) compopt -o plusdirs 2>/dev/null ;;
      *)
        word=${line%%$'\t'*}
        case $word in *[[:space:]\'\"\\\$\`\;\&\|\<\>\(\)\*\?\[\]\{\}\!]* | [~#]*) printf -v word %q "$word" ;; esac
        COMPREPLY+=("$word")
        ;;
    esac
  done < <("${COMP_WORDS[0]}" completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _svcadm svcadm
