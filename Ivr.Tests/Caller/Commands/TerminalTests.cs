using System.Diagnostics;
using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller;

/// <summary>The call command as a person sees it: on a terminal with 80 columns, provided by Debian's <c>script</c>.</summary>
public sealed partial class TerminalTests : IAsyncLifetime
{
    private const string Token = "nobody-may-see-this";

    private readonly TemporaryFolder _folder = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        await _folder.WriteAsync("token", Token);
        _server = await ScriptedServer.StartAsync(
            "<Gather action=\"/recorded\"><Say language=\"nl-BE\">Voor een prestatie bij een klant in Vlaanderen of in Brussel toetst u nu uw eigen "
            + "gebruikersnummer in. Druk daarna op hekje.</Say></Gather>");
        _server
            .On("/recorded", "<Gather action=\"/more\" numDigits=\"1\"><Say>Genoteerd: 1 2 3, 4 5 6, 7 8 8.</Say></Gather><Say>Tot ziens.</Say><Hangup/>")
            .On("/more", "<Say>Genoteerd: 2 7 1, 8 2 8, 1 8 0.</Say><Hangup/>")
            .On("/voice/status", "");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("\r", "Recorded with reference 123 456 788")]
    [InlineData("\u0004\r", "Recorded with reference 123 456 788")]
    [InlineData("1\r", "Recorded with references 123 456 788, 271 828 180")]
    public async Task At_the_prompt_the_reference_is_told_already_and_whatever_is_answered_the_call_has_recorded(string typed, string told)
    {
        var (exitCode, screen) = await CallAsync(typed);

        var prompt = screen.IndexOf("keys, Enter alone for silence", StringComparison.Ordinal);
        Assert.InRange(screen.IndexOf("Recorded with reference 123 456 788", StringComparison.Ordinal), 0, prompt);
        Assert.Contains($"{told}\n", screen[prompt..], StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Long_prompts_are_broken_between_words_and_go_on_under_their_beginning()
    {
        var (_, screen) = await CallAsync("\r");

        var lines = screen.Split('\n').SkipWhile(line => !line.StartsWith("0:00  nl-BE  Voor", StringComparison.Ordinal)).Take(3).ToList();
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.All(lines.Skip(1), line => Assert.Matches(@"^ {13}\S", line));
        Assert.Matches(@"\(\d+\.\d s\)$", lines[2]);
    }

    [Theory]
    [InlineData("xterm-256color", "", true)]
    [InlineData("xterm-256color", "--no-color", false)]
    [InlineData("dumb", "", false)]
    public async Task There_is_colour_where_the_terminal_has_it_and_nobody_minds(string terminal, string option, bool isColoured)
    {
        var (_, screen) = await CallAsync("\r", terminal, option, isRaw: true);

        var verdict = screen.Split('\n').Last(line => line.Contains("Recorded with reference", StringComparison.Ordinal));
        Assert.Equal(isColoured, Colour().IsMatch(verdict));
    }

    // Types the keys once the prompt is on the screen, as a person at a keyboard does.
    private async Task<(int ExitCode, string Screen)> CallAsync(string typed, string terminal = "xterm-256color", string option = "", bool isRaw = false)
    {
        var caller = Path.Combine(AppContext.BaseDirectory, "Ivr.Caller.dll");
        var command = $"stty cols 80 rows 24; exec dotnet '{caller}' call --to +3280035530 --url {_server.Url} --auth-token-file token --keys '1#' {option}";
        using var process = Process.Start(new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["TERM"] = terminal, ["NO_COLOR"] = null },
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var screen = "";
        var buffer = new char[4096];
        var hasTyped = false;
        while (await process.StandardOutput.ReadAsync(buffer, patience.Token) is > 0 and var read)
        {
            screen += new string(buffer, 0, read);
            if (hasTyped || !screen.Contains("to hang up", StringComparison.Ordinal))
                continue;
            hasTyped = true;
            await process.StandardInput.WriteAsync(typed.AsMemory(), patience.Token);
            await process.StandardInput.FlushAsync(patience.Token);
        }

        await process.WaitForExitAsync(patience.Token);
        screen = screen.ReplaceLineEndings("\n");
        return (process.ExitCode, isRaw ? screen : Control().Replace(screen, ""));
    }

    // .NET itself sends control sequences for the keypad and the cursor, and resets the terminal to its own colours.
    [GeneratedRegex("\u001B\\[[0-9;?]*[A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex Control();

    [GeneratedRegex("\u001B\\[(?!39;49m)[0-9;]+m", RegexOptions.None, 1000)]
    private static partial Regex Colour();
}
