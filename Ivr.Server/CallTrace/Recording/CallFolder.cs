using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// The folder that the scripts are in. Beside them, in <c>steps</c>, lie the steps of calls under way, a line each: any node adds its own
/// to them, and writes the script anew from all.
/// </summary>
internal sealed class CallFolder(IOptions<RecordingOptions> options)
{
    private const string Steps = "steps";
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // A last answer can come after the report of the end; a day later nothing does.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(options.Value.Folder ?? ".");

    /// <summary>Adds a step to its call's script.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public async Task AddAsync(RecordedStep step)
    {
        // Whoever wants others to read the scripts makes the folder for them beforehand.
        Directory.CreateDirectory(Path, Ours);
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, Steps), Ours);
        var steps = new FileInfo(System.IO.Path.Combine(folder.FullName, $"{step.Call}.jsonl"));
        await AppendAsync(steps, step);
        await WriteScriptAsync(steps, step.Call);
        if (step.Kind == RecordedStepKind.Over)
            Tidy(folder);
    }

    // One write a line, so that lines of several nodes do not mix.
    private static async Task AppendAsync(FileInfo steps, RecordedStep step)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(step, StepJson.Default.RecordedStep);
        await using var file = new FileStream(steps.FullName, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await file.WriteAsync((byte[])[.. line, (byte)'\n']);
    }

    // Whoever added a step while this one was written has perhaps been overwritten: then it is done again.
    private async Task WriteScriptAsync(FileInfo steps, string call)
    {
        long written;
        do
        {
            steps.Refresh();
            written = steps.Length;
            var lines = await File.ReadAllLinesAsync(steps.FullName);
            if (ScriptText.Of(call, [.. lines.Select(Read).OfType<RecordedStep>()]) is not { } text)
                return;
            var draft = System.IO.Path.Combine(Path, $".{call}.{Environment.ProcessId}");
            await File.WriteAllTextAsync(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(draft, System.IO.Path.Combine(Path, $"{call}.yaml"), overwrite: true);
            steps.Refresh();
        }
        while (steps.Length != written);
    }

    // A line that a full disk cut short says nothing.
    private static RecordedStep? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StepJson.Default.RecordedStep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Tidy(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles("*.jsonl").Where(file => DateTime.UtcNow - file.LastWriteTimeUtc > Kept))
            file.Delete();
    }
}
