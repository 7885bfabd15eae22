using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;
using Ivr.Caller.Webhooks;
using Spectre.Console;

namespace Ivr.Caller.Commands;

/// <summary>Shows a call as it goes on: what is new since it was shown last.</summary>
internal sealed class Screen(IAnsiConsole console, CallSettings settings)
{
    private int _entries;
    private int _exchanges;

    public async Task ShowAsync(Call call, CancellationToken cancellationToken)
    {
        if (settings.ShowWebhooks)
            for (; _exchanges < call.Exchanges.Count; _exchanges++) Show(call.Exchanges[_exchanges]);
        var entries = call.Transcript.Entries;
        // An entry that is still being keyed is shown once it is complete: only then is it known whether it must be hidden.
        for (; _entries < entries.Count && entries[_entries] is not Keyed { End: GatherEnd.None }; _entries++)
        {
            Show(entries[_entries]);
            if (settings.RealTime && entries[_entries] is Spoken or Played or Silence)
                await Task.Delay(entries[_entries].Duration, cancellationToken);
        }
    }

    public void Show(Verdict verdict, Call call)
    {
        var keys = call.Transcript.Entries.OfType<Keyed>().Sum(keyed => keyed.Keys.Length);
        var colour = verdict.ExitCode == ExitCode.Recorded ? "green" : "red";
        console.MarkupLine($"[bold {colour}]{Markup.Escape(verdict.Text)}[/]");
        console.MarkupLineInterpolated($"[grey]{call.Elapsed.TotalSeconds:0} seconds (virtual), {keys} keys[/]");
    }

    private void Show(TranscriptEntry entry)
    {
        var at = $"{entry.At:m\\:ss}";
        switch (entry)
        {
            case Spoken spoken:
                var language = $"{spoken.Language ?? "?",-6}";
                console.MarkupLineInterpolated($"[grey]{at}[/]  [blue]{language}[/] {spoken.Text} [grey]({Seconds(entry)})[/]");
                break;
            case Played played:
                console.MarkupLineInterpolated($"[grey]{at}[/]  [blue]plays[/]  {played.Source} [grey]({Seconds(entry)})[/]");
                break;
            case Keyed keyed:
                console.MarkupLineInterpolated($"[grey]{at}[/]  [yellow]keys   {KeyMask.Of(keyed, settings.ShowKeys)}[/]");
                break;
            case Silence silence:
                var who = silence.ByCaller ? "the caller is silent" : "pause";
                console.MarkupLineInterpolated($"[grey]{at}  {who} ({Seconds(entry)})[/]");
                break;
            case Fault fault:
                console.MarkupLineInterpolated($"[grey]{at}[/]  [red]{fault.Text}[/]");
                break;
            case Note note:
                console.MarkupLineInterpolated($"[grey]{at}  {note.Text}[/]");
                break;
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

    private static string Seconds(TranscriptEntry entry) => $"{entry.Duration.TotalSeconds:0.0} s";
}
