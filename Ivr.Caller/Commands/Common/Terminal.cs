using Spectre.Console;

namespace Ivr.Caller.Commands.Common;

/// <summary>Where a command reads and writes.</summary>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    // Ctrl-D, which a terminal in raw mode hands on as it is.
    private const char EndOfInput = '\u0004';

    /// <summary>Asks for a line of keys, hidden or not, and answers null at the end of the input; null when nobody is there to type.</summary>
    public Func<IAnsiConsole, bool, string?>? Ask { get; init; }

    /// <summary>Environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Where relative file names begin.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Whether colours may be used.</summary>
    public bool Colour { get; init; }

    /// <summary>The process's own terminal.</summary>
    public static Terminal Real() => new(Console.Out, Console.Error)
    {
        Ask = Console.IsInputRedirected || Console.IsOutputRedirected ? null : AskForKeys,
        Colour = !Console.IsOutputRedirected,
    };

    private static string? AskForKeys(IAnsiConsole console, bool hidden)
    {
        var prompt = new TextPrompt<string>("[grey]keys, Enter alone for silence, h to hang up[/] >").AllowEmpty();
        try
        {
            var line = console.Prompt(hidden ? prompt.Secret('•') : prompt);
            return line.Contains(EndOfInput) ? null : line;
        }
        catch (InvalidOperationException)
        {
            // The terminal is gone.
            return null;
        }
    }
}
