namespace Ivr.StateMachine.Results;

/// <summary>The result of the cancellation of the prestation just recorded.</summary>
public abstract record UndoResult
{
    private UndoResult()
    {
    }

    /// <summary>The cancellation is committed, now or by an earlier delivery of the same answer.</summary>
    public sealed record Undone : UndoResult;

    /// <summary>The company has already corrected or cancelled the prestation.</summary>
    public sealed record Refused : UndoResult;

    /// <summary>It is not known whether the cancellation is committed.</summary>
    public sealed record Unknown : UndoResult;
}
