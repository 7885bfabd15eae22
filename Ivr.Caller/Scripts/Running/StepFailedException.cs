namespace Ivr.Caller.Scripts.Running;

/// <summary>An expectation of a script was not met.</summary>
internal sealed class StepFailedException(string expected, string heard) : Exception
{
    public string Expected => expected;

    public string Heard => heard;
}
