/**
 * The programs that a command needs, its own first: behind `sh -c` those of the script too, and behind `timeout 2` the
 * one that it limits. A script is not run but looked at: what is no plain word is passed over.
 */
export function programsOf(command: readonly string[]): readonly string[] {
  const [program, ...args] = command;
  if (program === undefined) return [];
  if (program === 'timeout') return [program, ...programsOf(args.slice(1))];
  const script = shells.includes(nameOf(program)) && args[0] === '-c' ? (args[1] ?? '') : '';
  return [...new Set([program, ...programsIn(script)])];
}

const shells = ['sh', 'bash', 'ash', 'dash'];

function nameOf(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1);
}

function programsIn(script: string): readonly string[] {
  return commandsIn(script).flatMap((command) => {
    const words = command.split(/\s+/).filter(Boolean);
    const program = words.find((word) => !/^[A-Za-z_]\w*=/.test(word) && !keywords.has(word));
    if (program === undefined || !/^[\w./+-]+$/.test(program) || builtins.has(program)) return [];
    return programsOf(program === 'timeout' ? words.slice(words.indexOf(program)) : [program]);
  });
}

/** Cut where a shell begins a new command; what is within quotes is no command, nor is what follows a bracket. */
function commandsIn(script: string): readonly string[] {
  const bare = script
    .replace(/'[^']*'|"(?:\\.|[^"\\])*"|`[^`]*`/g, "''")
    .replace(/\\./g, '')
    .replace(/(^|\s)#.*$/gm, '')
    .replace(/[<>]&|&>/g, '>')
    .replace(/\)[^|&;\n]*/g, '');
  return bare.split(/[|&;\n(){}]/);
}

const keywords = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', 'exec', 'command']);

const builtins = new Set(
  ': . [ test true false echo printf exit return cd export set unset trap wait kill read eval shift fi done for case esac in local sleep'.split(
    ' ',
  ),
);
