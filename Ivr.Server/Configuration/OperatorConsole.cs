using Spectre.Console;

namespace Ivr.Server.Configuration;

/// <summary>The user's console: colours and a moving progress bar on a terminal, plain lines in a file or a pipe.</summary>
internal static class OperatorConsole
{
    public static IAnsiConsole Console { get; } = AnsiConsole.Create(System.Console.IsOutputRedirected
        ? new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No }
        : new());
}
