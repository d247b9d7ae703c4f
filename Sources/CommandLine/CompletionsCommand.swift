import ArgumentParser

/// `moulin completions`: what the shell may offer after each word, from the table of words.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Writes the completions for a shell: bash, zsh or fish.",
        discussion: "bash: moulin completions bash > /etc/bash_completion.d/moulin"
    )

    /// A shell for which completions can be written.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    func run() {
        switch shell {
        case .bash: Terminal.write(Self.bash.utf8)
        case .zsh:
            Terminal.write(("autoload -U +X bashcompinit && bashcompinit\n" + Self.bash).utf8)
        case .fish: Terminal.write(Self.fish.utf8)
        }
    }

    private static var nouns: [String] {
        VerbList.nouns + ["setup", "demo", "db", "batch", "reference", "completions"]
    }

    private static var bash: String {
        let cases = VerbList.nouns.filter { $0 != "import" }.map { noun in
            "    \(noun)) COMPREPLY=($(compgen -W '\(verbs(noun))' -- \"$word\")) ;;"
        }
        return """
            _moulin() {
                local word=${COMP_WORDS[COMP_CWORD]}
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W '\(nouns.joined(separator: " "))' -- "$word"))
                    return
                fi
                [ "$COMP_CWORD" -eq 2 ] || { COMPREPLY=($(compgen -f -- "$word")); return; }
                case ${COMP_WORDS[1]} in
            \(cases.joined(separator: "\n"))
                db) COMPREPLY=($(compgen -W 'status start stop psql migrate check backup restore' -- "$word")) ;;
                import) COMPREPLY=($(compgen -W 'devices hardware wipes inbox undo list' -- "$word")) ;;
                esac
            }
            complete -F _moulin moulin

            """
    }

    private static var fish: String {
        let first =
            "complete -c moulin -n __fish_use_subcommand -f -a '\(nouns.joined(separator: " "))'\n"
        return VerbList.nouns.reduce(into: first) { text, noun in
            text +=
                "complete -c moulin -n '__fish_seen_subcommand_from \(noun)' -f -a '\(verbs(noun))'\n"
        }
    }

    private static func verbs(_ noun: String) -> String {
        let verbs = noun == "do" ? VerbList.byName : VerbList.verbs(of: noun)
        return verbs.map(\.name).joined(separator: " ")
    }
}
