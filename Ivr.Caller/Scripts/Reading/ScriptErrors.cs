using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>What is wrong with a script, and where.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="At">The place.</param>
/// <param name="Message">What is wrong, and what was meant.</param>
internal sealed record ScriptError(string File, Mark At, string Message)
{
    /// <summary>In the form that editors and terminals make a link of.</summary>
    public override string ToString() => $"{File}:{At.Line}:{At.Column}: {Message}";
}

/// <summary>A script cannot be read.</summary>
internal sealed class ScriptErrorException : Exception
{
    internal ScriptErrorException(IReadOnlyList<ScriptError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<ScriptError> Errors { get; }
}

/// <summary>Collects errors, so that a tester sees all of them at once.</summary>
internal sealed class ScriptErrors(string file)
{
    private readonly List<ScriptError> _errors = [];

    public void Add(Mark at, string message) => _errors.Add(new(file, at, message));

    public void Throw()
    {
        // A script with examples is read once for each of them, and says the same each time.
        if (_errors.Count > 0)
            throw new ScriptErrorException([.. _errors.Distinct().OrderBy(error => error.At.Line).ThenBy(error => error.At.Column)]);
    }
}
