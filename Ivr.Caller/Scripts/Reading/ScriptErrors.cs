using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>An error in a script, and its position.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="At">The position.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
internal sealed record ScriptError(string File, Mark At, string Message)
{
    /// <summary>The format that editors and terminals turn into a link.</summary>
    public override string ToString() => $"{File}:{At.Line}:{At.Column}: {Message}";
}

/// <summary>A script cannot be read.</summary>
internal sealed class ScriptErrorException : Exception
{
    internal ScriptErrorException(IReadOnlyList<ScriptError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>All errors, in the order of the file.</summary>
    public IReadOnlyList<ScriptError> Errors { get; }
}

/// <summary>Collects errors, so that a tester sees all of them at once.</summary>
internal sealed class ScriptErrors(string file)
{
    private readonly List<ScriptError> _errors = [];

    public void Add(Mark at, string message) => _errors.Add(new(file, at, message));

    public void Throw()
    {
        // A script with examples is read once for each of them, and has the same errors each time.
        if (_errors.Count > 0)
            throw new ScriptErrorException([.. _errors.Distinct().OrderBy(error => error.At.Line).ThenBy(error => error.At.Column)]);
    }
}
