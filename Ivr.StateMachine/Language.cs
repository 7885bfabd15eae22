namespace Ivr.StateMachine;

/// <summary>A language of the phone lines. The name in lower case is the ISO 639-1 code.</summary>
public enum Language
{
    /// <summary>Dutch.</summary>
    Nl,

    /// <summary>French.</summary>
    Fr,

    /// <summary>German.</summary>
    De,

    /// <summary>English.</summary>
    En,
}
