namespace Ivr.Tests.StandIns;

// In these tests the subject is the machine, not what it is about: so states and triggers are letters.

internal enum Place
{
    A,
    B,
    C,
    D,
}

internal enum Cue
{
    X,
    Y,
    Z,
}
