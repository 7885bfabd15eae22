using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Hearing;
using Ivr.Caller.Webhooks;
using Spectre.Console;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Shows a call while it runs. Each time, it shows only what is new.</summary>
internal sealed class TranscriptScreen(IAnsiConsole console, CallSettings settings)
{
    // The width of "nl-BE " or "keys ", and a space.
    private const int LabelWidth = 7;

    private int _entries;
    private int _exchanges;
    private Verdict? _told;

    public async Task ShowAsync(PhoneCall call, CancellationToken cancellationToken)
    {
        if (settings.ShowWebhooks)
            for (; _exchanges < call.Exchanges.Count; _exchanges++) Show(call.Exchanges[_exchanges]);
        var entries = call.Transcript.Entries;
        // An entry is shown only when it is complete. Before that, it is not known whether it must be masked.
        for (; _entries < entries.Count && entries[_entries] is not Keyed { End: GatherEnd.None }; _entries++)
        {
            Show(entries[_entries]);
            if (settings.RealTime && entries[_entries] is Spoken or Played or Silence)
                await Task.Delay(entries[_entries].Duration, cancellationToken);
        }
    }

    public void Show(Verdict verdict, PhoneCall call)
    {
        var keys = call.Transcript.Entries.OfType<Keyed>().Sum(keyed => keyed.Keys.Length);
        ShowVerdict(verdict);
        console.MarkupLineInterpolated($"[grey]{call.Elapsed.TotalSeconds:0} seconds (virtual), {keys} keys[/]");
    }

    /// <summary>Shows what is recorded so far, if it was not shown yet. It is called before the user is asked for more keys.</summary>
    public void ShowRecorded(PhoneCall call)
    {
        if (Verdict.SoFar(call) is not { } verdict || verdict == _told) return;
        _told = verdict;
        ShowVerdict(verdict);
    }

    private void ShowVerdict(Verdict verdict)
    {
        var colour = verdict.ExitCode == ExitCode.Recorded ? "green" : "red";
        console.MarkupLine($"[bold {colour}]{Markup.Escape(verdict.Text)}[/]");
    }

    private void Show(TranscriptEntry entry)
    {
        switch (entry)
        {
            case Spoken spoken:
                Show(entry, "blue", spoken.Language ?? "?", "default", spoken.Text, Seconds(entry));
                break;
            case Played played:
                Show(entry, "blue", "plays", "default", played.Source, Seconds(entry));
                break;
            case Keyed keyed:
                Show(entry, "yellow", "keys", "yellow", KeyMask.Of(keyed, settings.ShowKeys));
                break;
            case Silence silence:
                Show(entry, "grey", silence.ByCaller ? "the caller is silent" : "pause", Seconds(entry));
                break;
            case Fault fault:
                Show(entry, "red", fault.Text);
                break;
            case Note note:
                Show(entry, "grey", note.Text);
                break;
        }
    }

    private void Show(TranscriptEntry entry, string labelColour, string label, string colour, string text, string? last = null) =>
        Show($"{At(entry)}  ", $"[{labelColour}]{Markup.Escape($"{label,-6}")}[/] ", LabelWidth, colour, text, last);

    private void Show(TranscriptEntry entry, string colour, string text, string? last = null) =>
        Show($"{At(entry)}  ", "", 0, colour, text, last);

    private void Show(string at, string label, int labelWidth, string colour, string text, string? last)
    {
        var indent = at.Length + labelWidth;
        string[] words = [.. text.Split(' '), .. last is null ? Array.Empty<string>() : [last]];
        var lines = WrappedText.Lines(words, indent, console.Profile.Width);
        foreach (var (place, line) in lines.Index())
        {
            var said = place == lines.Count - 1 && last is not null ? line[..^last.Length] : line;
            var time = place == lines.Count - 1 && last is not null ? $"[grey]{Markup.Escape(last)}[/]" : "";
            var heading = place == 0 ? $"[grey]{at}[/]{label}" : new string(' ', indent);
            console.MarkupLine($"{heading}[{colour}]{Markup.Escape(said)}[/]{time}");
        }
    }

    private void Show(Exchange exchange)
    {
        var request = exchange.Request;
        console.MarkupLineInterpolated($"[purple]{request.Method} {request.Url.AbsoluteUri}[/]");
        foreach (var (name, value) in request.Form.Where(parameter => parameter.Value.Length > 0))
            console.MarkupLineInterpolated($"[grey]  {name}={KeyMask.Of(name, value, settings.ShowKeys)}[/]");
        console.MarkupLineInterpolated($"[purple]  {(int?)exchange.Status} {exchange.ContentType}[/]");
        if (exchange.Body.Length > 0) console.MarkupLineInterpolated($"[grey]{exchange.Body}[/]");
    }

    private static string At(TranscriptEntry entry) => $"{entry.At:m\\:ss}";

    private static string Seconds(TranscriptEntry entry) => $"({entry.Duration.TotalSeconds:0.0} s)";
}
