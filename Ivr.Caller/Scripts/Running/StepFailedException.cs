namespace Ivr.Caller.Scripts.Running;

/// <summary>A script expected something else.</summary>
internal sealed class StepFailedException(string expected, string heard) : Exception
{
    public string Expected => expected;

    public string Heard => heard;
}
