using System.Reflection;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Load;

/// <summary>
/// What every caller does: a call script, in which <c>&lt;login&gt;</c>, <c>&lt;password&gt;</c> and <c>&lt;user_number&gt;</c> stand for
/// the data of the worker and the client of the call. It is read once. At a thousand calls a second, there is no time to read it for each
/// call.
/// </summary>
internal sealed class LoadScript
{
    private const string Standard = "load/standard-call.yaml";

    // Made up, and in no script. They are digits, because the reader accepts only digits in these places.
    private const string Login = "980777000222";
    private const string Password = "77700022244466688";
    private const string UserNumber = "777000222444";

    private readonly IReadOnlyList<ScriptedCall> _calls;

    private LoadScript(ScriptFile file, string title)
    {
        Title = title;
        _calls = [.. file.Runs.SelectMany(run => run.Script.AllCalls)];
    }

    public string Title { get; }

    /// <summary>Whether a worker and a client are filled in.</summary>
    public bool NeedsPeople { get; private init; }

    /// <summary>
    /// Reads the script in <paramref name="path"/>, relative to <paramref name="directory"/>. A null path reads the standard call.
    /// </summary>
    /// <exception cref="ScriptErrorException">The script is invalid.</exception>
    /// <exception cref="UsageException">The script cannot be read, or needs more than a telephone.</exception>
    public static async Task<LoadScript> ReadAsync(string? path, string directory, CancellationToken cancellationToken)
    {
        var text = path is null ? await ReadStandardAsync(cancellationToken) : await ReadFileAsync(path, directory, cancellationToken);
        // A script with a table of examples has its own columns.
        var filled = text.Contains("\nexamples:", StringComparison.Ordinal)
            ? text
            : text.Replace("<login>", Login, StringComparison.Ordinal)
                .Replace("<password>", Password, StringComparison.Ordinal)
                .Replace("<user_number>", UserNumber, StringComparison.Ordinal);
        var file = ScriptFile.Parse(path ?? Standard, filled);
        foreach (var run in file.Runs)
            Check(path ?? Standard, run.Script);
        return new(file, file.Runs[0].Script.Title) { NeedsPeople = filled != text };
    }

    /// <summary>
    /// Returns the call for a turn. The turn <paramref name="number"/> counts from 0. A script with several calls, or with examples, has
    /// its calls made one after another. <paramref name="people"/> is null when nobody is filled in.
    /// </summary>
    public ScriptedCall Call(long number, LoadPeople? people)
    {
        var call = _calls[(int)(number % _calls.Count)];
        if (people is null)
            return call;
        var (login, password, userNumber) = people.Of(number);
        return call with { Steps = [.. (call.Steps ?? []).Select(step => Fill(step, Put))] };

        string Put(string text) => text.Replace(Login, login, StringComparison.Ordinal)
            .Replace(Password, password, StringComparison.Ordinal)
            .Replace(UserNumber, userNumber, StringComparison.Ordinal);
    }

    private static ScriptStep Fill(ScriptStep step, Func<string, string> put) => step switch
    {
        PressStep press => press with { Press = put(press.Press) },
        InterruptStep interrupt => interrupt with { Interrupt = put(interrupt.Interrupt) },
        PressAndHangUpStep press => press with { PressAndHangUp = put(press.PressAndHangUp) },
        _ => step,
    };

    private static void Check(string name, CallScript script)
    {
        if (script.Data is not null || script.AllCalls.Append(script).Any(call => call.Moment is not null || call.Later is not null || call.Fail is not null)
            || script.AllCalls.Any(call => call.GivesUp
                || call.Steps?.Any(step => step is DatabaseStep or DiskStep or CrowdStep or CompanyStep or FailStep or RepeatStep) == true))
        {
            throw new UsageException(
                $"{name}: under load a caller dials, hears, presses keys and hangs up, and nothing else: no data, moment, later, gives up, "
                + "fail, repeat, database, disk, crowd or company.");
        }
    }

    private static async Task<string> ReadStandardAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Standard)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static async Task<string> ReadFileAsync(string path, string directory, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(Path.Combine(directory, path), cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {unreadable.Message}");
        }
    }
}
