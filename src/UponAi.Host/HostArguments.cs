using System.CommandLine;

namespace UponAi.Host;

/// <summary>What the host is started to do. Everything behind -File's script belongs to the script, everything behind -Command is the command, as with pwsh.</summary>
internal sealed record HostArguments
{
    /// <summary>What pwsh answers to switches that it cannot read.</summary>
    private const int BadArguments = 64;

    private static readonly string[] Ending = ["-File", "-Command"];

    /// <summary>Set when there is nothing to run: help was shown, or the switches could not be read.</summary>
    internal int? ExitCode { get; private init; }

    /// <summary>Start the sandbox and point the environment at it.</summary>
    internal bool Sandbox { get; private init; }

    /// <summary>The script to run.</summary>
    internal string? File { get; private init; }

    /// <summary>The script's arguments.</summary>
    internal IReadOnlyList<string> FileArguments { get; private init; } = [];

    /// <summary>The text to run.</summary>
    internal string? Command { get; private init; }

    internal static HostArguments Parse(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length == 0) return new HostArguments { Sandbox = true, File = RepositoryFiles.Quickstart };

        var sandbox = new Option<bool>("-Sandbox") { Description = "Start the sandbox in this process and set the UPONAI_* variables for it." };
        var file = new Option<string>("-File") { Description = "A script to run, followed by its arguments.", HelpName = "script.ps1 [args]" };
        var command = new Option<string>("-Command") { Description = "Text to run.", HelpName = "text" };
        var root = new RootCommand("Runs PowerShell with the UponAi module imported. Without arguments: the quickstart, in the sandbox.") { sandbox, file, command };

        var switches = args.TakeWhile(argument => !Is(argument, Ending)).ToArray();
        var rest = args.Skip(switches.Length).ToArray();
        var result = root.Parse([.. switches.Select(Canonical), .. rest.Take(2).Select((argument, i) => i == 0 ? Canonical(argument) : argument)]);
        if (result.Errors.Count > 0 || result.Action is not null)
        {
            var exitCode = result.Invoke(new InvocationConfiguration { Output = output, Error = error });
            return new HostArguments { ExitCode = exitCode == 0 ? 0 : BadArguments };
        }

        if (rest.Length < 2)
        {
            error.WriteLine("Give -File script.ps1 or -Command text, or nothing at all for the quickstart.");
            return new HostArguments { ExitCode = BadArguments };
        }

        return new HostArguments
        {
            Sandbox = result.GetValue(sandbox),
            File = result.GetValue(file),
            FileArguments = rest[2..],
            Command = Is(rest[0], "-Command") ? string.Join(' ', rest[1..]) : null,
        };

        string Canonical(string argument) => root.Options.Select(option => option.Name).FirstOrDefault(name => Is(argument, name)) ?? argument;
    }

    private static bool Is(string argument, params string[] names) => names.Contains(argument, StringComparer.OrdinalIgnoreCase);
}
