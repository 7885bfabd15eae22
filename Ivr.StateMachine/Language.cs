namespace Ivr.StateMachine;

/// <summary>A language the lines speak; its lower-case name is the ISO 639-1 code.</summary>
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
