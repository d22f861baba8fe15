"""Completions for shells, from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from tuibrowser.cli.command import PROGRAM, Argument, Command, Option
from tuibrowser.cli.options import COMMON, GENERAL
from tuibrowser.cli.table import COMMANDS
from tuibrowser.cli.values import BY_WORDS
from tuibrowser.lexicon.labels import KIND_WORDS, THEME_LABELS

_MADE: Final = "Made by: python -m makers.command_line"

_WORDS: Final = {
    "kinds": tuple(KIND_WORDS.values()),
    "themes": tuple(THEME_LABELS.values()),
    "by": tuple(BY_WORDS),
}
"""By the function that reads them, the values of which there are few."""
_FILES: Final = ("path", "target")
"""Functions that read the name of a file."""


class Offer(NamedTuple):
    """What can stand in one place."""

    words: tuple[str, ...] = ()
    files: bool = False
    refs: bool = False


def offer_of(place: Option | Argument | None) -> Offer:
    """What a shell offers as the value of an option, or as an argument."""
    if place is None:
        return Offer()
    if isinstance(place, Argument):
        return Offer(files=place.reads in _FILES or place.name == "REF", refs=place.name == "REF")
    return Offer(place.words or _WORDS.get(place.reads, ()), files=place.reads in _FILES)


def _values() -> list[tuple[str, Option]]:
    """Every option that takes a value, with the command that has it, or ``*`` for all."""
    found = [("*", option) for option in GENERAL]
    found += [(command.name, option) for command in COMMANDS for option in command.options]
    return [(name, option) for name, option in found if option.takes]


def _flags(options: Iterable[Option]) -> list[str]:
    return [flag for option in options for flag in option.flags]


def bash() -> str:
    """The completion for bash 3.2 and later."""
    taking = "|".join(dict.fromkeys(flag for _, it in _values() for flag in it.flags))
    values = []
    for name, option in _values():
        places = "|".join(f"{name}:{flag}" for flag in option.flags)
        values.append(f"        {places}) {_in_bash(offer_of(option))} ;;")
    arguments = [
        f"        {command.name}) {_in_bash(offer_of(command.argument))} ;;" for command in COMMANDS
    ]
    flags = [
        f"        {it.name}) words='{' '.join(_flags((*it.options, *COMMON)))}' ;;"
        for it in COMMANDS
    ]
    return _BASH.format(
        made=_MADE,
        program=PROGRAM,
        taking=taking,
        values="\n".join(values),
        arguments="\n".join(arguments),
        flags="\n".join(flags),
        general=" ".join(_flags(GENERAL)),
        commands=" ".join(command.name for command in COMMANDS),
    )


def _in_bash(offer: Offer) -> str:
    said = [f"words='{' '.join(offer.words)}'"] if offer.words else []
    said += ["refs=1"] * offer.refs + ["files=1"] * offer.files
    return " ".join(said) or ":"


# readline replaces only what follows the last @, = or : of a word, which it passes as the second
# argument; so what stands before that is taken off all that is offered.
_BASH: Final = """\
# {program}: completion for bash. {made}

_{program}() {{
    local line=${{COMP_LINE:0:COMP_POINT}} begun=$2
    local -a typed
    local -a dbs=()
    local word current command= taking= ended= words= refs= files= value offered
    COMPREPLY=()
    read -ra typed <<<"$line"
    [[ $line == *[[:space:]] ]] && typed+=("")
    current=${{typed[${{#typed[@]}}-1]}}
    unset "typed[${{#typed[@]}}-1]"
    for word in "${{typed[@]:1}}"; do
        if [[ -n $taking ]]; then
            [[ $taking == --db ]] && dbs+=(--db "$word")
            taking=
        elif [[ -n $ended || $word != -* ]]; then
            [[ -z $command ]] && command=$word
        else
            case $word in
                --) ended=1 ;;
                --db=*) dbs+=("$word") ;;
                {taking}) taking=$word ;;
            esac
        fi
    done
    value=$current
    if [[ -z $taking && -z $ended && $current == --*=* ]]; then
        taking=${{current%%=*}} value=${{current#*=}}
    fi
    if [[ -n $taking ]]; then
        case $command:$taking in
{values}
        esac
    elif [[ -z $ended && $current == -* ]]; then
        case $command in
{flags}
        *) words='{general}' ;;
        esac
    elif [[ -z $command ]]; then
        words='{commands}'
    else
        case $command in
{arguments}
        esac
    fi
    if [[ -n $refs && $value != [./~]* ]]; then
        words=$("${{COMP_WORDS[0]/#\\~/$HOME}}" "${{dbs[@]}}" _refs -- "$value" 2>/dev/null)
    fi
    # Files are left to readline, which knows blanks, quotes and ~ in their names.
    [[ -n $files ]] || compopt +o default +o bashdefault 2>/dev/null
    [[ $current == *"$begun" ]] || return 0
    while read -r offered; do
        [[ -n $offered && $offered == "$value"* ]] || continue
        # What lies in a place is typed right behind it.
        [[ $offered == */ ]] && compopt -o nospace 2>/dev/null
        offered=${{current%"$value"}}$offered
        COMPREPLY+=("${{offered#"${{current%"$begun"}}"}}")
    done <<<"${{words// /$'\\n'}}"
}}

complete -o bashdefault -o default -F _{program} {program}
"""


def zsh() -> str:
    """The completion for zsh, a function of its own file."""
    described = "\n".join(f"        {_quoted(f'{it.name}:{it.help}')}" for it in COMMANDS)
    cases = "\n".join(_zsh_case(command) for command in COMMANDS)
    general = " \\\n".join(f"        {spec}" for it in GENERAL for spec in _zsh_specs(it))
    return _ZSH.format(
        made=_MADE, program=PROGRAM, commands=described, cases=cases, general=general
    )


def _zsh_case(command: Command) -> str:
    specs = [spec for it in (*command.options, *COMMON) for spec in _zsh_specs(it)]
    if (argument := command.argument) is not None:
        offer = offer_of(argument)
        action = f"_{PROGRAM}_refs" if offer.refs else "_files" if offer.files else ""
        specs.append(_quoted(f"{'*' if argument.many else '1'}:{argument.name}:{action}"))
    lines = " \\\n".join(f"                {spec}" for spec in specs)
    return f"            ({command.name}) _arguments -S \\\n{lines} ;;"


def _zsh_specs(option: Option) -> list[str]:
    """One argument of ``_arguments`` for each flag."""
    excluded = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
    if option.repeats:
        excluded = "*"
    value = ""
    if option.takes:
        offer = offer_of(option)
        action = "_files" if offer.files else f"({' '.join(offer.words)})" if offer.words else " "
        value = f":{option.takes.replace('|', ' ')}:{action}"
    help_ = option.help.replace(":", "\\:").replace("[", "\\[").replace("]", "\\]")
    equals = {True: "=", False: ""}
    return [
        _quoted(f"{excluded}{flag}{equals[bool(value) and flag.startswith('--')]}[{help_}]{value}")
        for flag in option.flags
    ]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


_ZSH: Final = """\
#compdef {program}
# {program}: completion for zsh. {made}

_{program}_refs() {{
    local -a found places
    local -i nothing=1
    if [[ $PREFIX != [./~]* ]]; then
        found=(${{(f)"$(_call_program refs $_{program}_call _refs -- ${{(q)PREFIX}} 2>/dev/null)"}})
    fi
    places=(${{(M)found:#*/}})
    found=(${{found:#*/}})
    (( $#places )) && compadd -S '' -a places && nothing=0
    (( $#found )) && compadd -a found && nothing=0
    (( nothing )) && _files
}}

_{program}() {{
    local context curcontext=$curcontext state line
    local -a commands _{program}_call
    typeset -A opt_args
    commands=(
{commands}
    )
    _{program}_call=(${{(q)words[1]}})
    _arguments -C \\
{general} \\
        '1:命令:->commands' '*::参数:->arguments' && return
    # Several stand one after the other, with colons between them.
    local db
    for db in ${{(s.:.)${{opt_args[--db]//\\\\:/$'\\0'}}}}; do
        _{program}_call+=(--db ${{db//$'\\0'/:}})
    done
    case $state in
        (commands) _describe -t commands 命令 commands ;;
        (arguments)
            curcontext=${{curcontext%:*}}-$words[1]:
            case $words[1] in
{cases}
            esac ;;
    esac
}}

_{program} "$@"
"""


def fish() -> str:
    """The completion for fish 3.0 and later."""
    lines = [_fish_line(option, ()) for option in GENERAL]
    for command in COMMANDS:
        condition = f"-n '__{PROGRAM}_at \"\"'"
        lines.append(_joined(condition, "-a", command.name, "-d", _quoted(command.help)))
        lines += [_fish_line(option, (command.name,)) for option in command.options]
        offer = offer_of(command.argument)
        condition = f"-n '__{PROGRAM}_at {command.name}'"
        if offer.refs:
            lines.append(_joined(condition, f"-a '(__{PROGRAM}_refs)'"))
        if offer.files:
            lines.append(_joined(condition, "-F"))
    taking = " ".join(dict.fromkeys(flag for _, it in _values() for flag in it.flags))
    return _FISH.format(made=_MADE, program=PROGRAM, taking=taking, lines="\n".join(lines))


def _fish_line(option: Option, commands: tuple[str, ...]) -> str:
    parts = [f"-n '__{PROGRAM}_at {name}'" for name in commands]
    parts += [
        f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags
    ]
    if option.takes:
        offer = offer_of(option)
        parts += ["-r", "-F"] if offer.files else ["-x"]
        parts += ["-a", _quoted(" ".join(offer.words))] if offer.words else []
    return _joined(*parts, "-d", _quoted(option.help))


def _joined(*parts: str) -> str:
    return " ".join((f"complete -c {PROGRAM}", *parts))


_FISH: Final = """\
# {program}: completion for fish. {made}

# Prints the command that stands before the cursor, then what --db says, each on a line.
function __{program}_said
    set -l command ''
    set -l dbs
    set -l taking ''
    for word in (commandline -opc)[2..-1]
        if test -n "$taking"
            test "$taking" = --db; and set -a dbs $word
            set taking ''
        else if contains -- $word {taking}
            set taking $word
        else if string match -q -- '--db=*' $word
            set -a dbs (string replace -- --db= '' $word)
        else if not string match -q -- '-*' $word; and test -z "$command"
            set command $word
        end
    end
    printf '%s\\n' "$command" $dbs
end

function __{program}_at
    set -l said (__{program}_said)
    test "$said[1]" = "$argv[1]"
end

function __{program}_refs
    set -l said (__{program}_said)
    set -l program (commandline -opc)[1]
    set -l dbs
    for db in $said[2..-1]
        set -a dbs --db $db
    end
    $program $dbs _refs -- (commandline -ct) 2>/dev/null
end

complete -c {program} -f
{lines}
"""
