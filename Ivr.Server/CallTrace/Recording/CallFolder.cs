using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// The folder of the call scripts. Its subfolder <c>steps</c> holds the steps of calls in progress, one line for each step. Any node
/// appends its steps and rewrites the script from all steps.
/// </summary>
internal sealed class CallFolder(IOptions<RecordingOptions> options)
{
    private const string Steps = "steps";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A last answer can arrive after the report of the end. After one day nothing arrives.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The absolute path of the folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(options.Value.Folder ?? ".");

    /// <summary>Adds a step to the script of its call.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The server has no permission to write the folder.</exception>
    public async Task AddAsync(RecordedStep step)
    {
        // A folder that exists keeps its permissions. The files are closed to other users in any folder.
        Directory.CreateDirectory(Path, OwnerOnly | UnixFileMode.UserExecute);
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, Steps), OwnerOnly | UnixFileMode.UserExecute);
        var steps = new FileInfo(System.IO.Path.Combine(folder.FullName, $"{step.Call}.jsonl"));
        await AppendAsync(steps, step);
        await WriteScriptAsync(steps, step.Call);
        if (step.Kind == RecordedStepKind.Over)
            Tidy(folder);
    }

    // One write for each line, so that lines of several nodes do not mix.
    private static async Task AppendAsync(FileInfo steps, RecordedStep step)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(step, StepJson.Default.RecordedStep);
        await using var file = new FileStream(steps.FullName, new FileStreamOptions
        {
            Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0, UnixCreateMode = OwnerOnly,
        });
        await file.WriteAsync((byte[])[.. line, (byte)'\n']);
    }

    // Another node may have added a step while this script was written, and its script may be overwritten. Then the script is written
    // again.
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
            await using (var file = new FileStream(draft, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
                await file.WriteAsync(Encoding.UTF8.GetBytes(text));
            File.Move(draft, System.IO.Path.Combine(Path, $"{call}.yaml"), overwrite: true);
            steps.Refresh();
        }
        while (steps.Length != written);
    }

    // A line that a full disk cut short is skipped.
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
