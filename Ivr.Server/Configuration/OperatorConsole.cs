using Spectre.Console;

namespace Ivr.Server.Configuration;

/// <summary>What the user looks at: colours and a moving progress bar on a terminal, plain lines in a file or a pipe.</summary>
internal static class OperatorConsole
{
    /// <summary>Standard output.</summary>
    public static IAnsiConsole Console { get; } = AnsiConsole.Create(System.Console.IsOutputRedirected
        ? new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No }
        : new());
}
