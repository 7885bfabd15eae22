using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Caller.Replay.Reports;

/// <summary>Writes all results as JSON, to count or compare them.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(string path, PlayedReplay replay)
    {
        var tally = ReplayTally.Of(replay.Runs);
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(
            file,
            new
            {
                Server = replay.Server.GetLeftPart(UriPartial.Authority),
                Began = replay.Began,
                Seconds = Seconds(replay.Took),
                tally.Runs,
                tally.Passed,
                tally.Failed,
                tally.Skipped,
                RecordUnchecked = tally.Unchecked,
                tally.Calls,
                Results = replay.Runs.Select(Line),
            },
            Form);
    }

    private static object Line(PlayedRun run) => new
    {
        run.Planned.Topic,
        run.Planned.File.Name,
        run.Result.Title,
        run.Result.Example,
        run.Planned.Round,
        Outcome = run.Result switch { { Skipped: not null } => "skipped", { Failure: not null } => "failed", _ => "passed" },
        run.Result.Skipped,
        run.Result.Failure,
        RecordUnchecked = run.Result.IsRecordUnchecked,
        run.Result.Calls,
        Seconds = Seconds(run.Took),
        SecondsOnTheLine = Seconds(run.Result.OnTheLine),
    };

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
