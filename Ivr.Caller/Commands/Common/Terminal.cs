using Spectre.Console;

namespace Ivr.Caller.Commands.Common;

/// <summary>The input and output of a command.</summary>
/// <param name="Out">The requested output.</param>
/// <param name="Error">Error messages.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    // Ctrl-D. A terminal in raw mode passes it on as a character.
    private const char EndOfInput = '\u0004';

    /// <summary>
    /// Asks for a line of keys, masked or not. It returns null at the end of the input. The function itself is null when there is no
    /// terminal.
    /// </summary>
    public Func<IAnsiConsole, bool, string?>? Ask { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The base directory of relative file names.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Whether colours may be used.</summary>
    public bool Colour { get; init; }

    /// <summary>The terminal of this process.</summary>
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
            // The terminal was closed.
            return null;
        }
    }
}
