using Spectre.Console;

namespace Ivr.Caller.Commands.Common;

/// <summary>Creates the console that a command writes to.</summary>
internal static class Consoles
{
    /// <summary>Wide enough that no line is broken when the output is not a terminal, because logs are searched line by line.</summary>
    private const int Unbroken = 100_000;

    public static IAnsiConsole Create(Terminal terminal, bool noColour)
    {
        var colour = terminal.Colour && !noColour;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Out),
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!terminal.Colour) console.Profile.Width = Unbroken;
        return console;
    }
}
