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

    /// The first words there are: those of the list of verbs, and the commands that are none of these.
    private static var nouns: [String] {
        let others = names(MoulinCommand.configuration.subcommands)
        return VerbList.nouns + others.filter { !VerbList.nouns.contains($0) }
    }

    /// The names of commands that people type.
    private static func names(_ commands: [any ParsableCommand.Type]) -> [String] {
        commands.filter { $0.configuration.shouldDisplay }.map { $0._commandName }
    }

    static var bash: String {
        let cases = nouns.filter { !verbs($0).isEmpty }.map { noun in
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
                esac
            }
            complete -F _moulin moulin

            """
    }

    static var fish: String {
        let first =
            "complete -c moulin -n __fish_use_subcommand -f -a '\(nouns.joined(separator: " "))'\n"
        return nouns.filter { !verbs($0).isEmpty }.reduce(into: first) { text, noun in
            text +=
                "complete -c moulin -n '__fish_seen_subcommand_from \(noun)' -f -a '\(verbs(noun))'\n"
        }
    }

    private static func verbs(_ noun: String) -> String {
        let listed = noun == "do" ? VerbList.byName : VerbList.verbs(of: noun)
        let command = MoulinCommand.configuration.subcommands.first { $0._commandName == noun }
        let own = names(command?.configuration.subcommands ?? [])
        let verbs = listed.map(\.name)
        return (own + verbs.filter { !own.contains($0) }).joined(separator: " ")
    }
}
