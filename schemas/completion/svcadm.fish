# fish completion for svcadm, printed by `svcadm completion fish`.  What may follow, svcadm itself says.
function __svcadm_words
    set -l typed (commandline -opc)
    for line in ($typed[1] completion words -- $typed[2..-1] (commandline -ct) 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case :folders
                __fish_complete_directories (commandline -ct) ''
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c svcadm -f -k -a '(__svcadm_words)'
