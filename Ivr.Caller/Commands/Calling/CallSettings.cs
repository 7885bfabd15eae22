using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands.Calling;

internal sealed record CallSettings
{
    public required string To { get; init; }

    public required string From { get; init; }

    public required string Keys { get; init; }

    public required PhoneOptions Number { get; init; }

    public required bool HangsUp { get; init; }

    public required bool ShowWebhooks { get; init; }

    public required bool ShowKeys { get; init; }

    public required bool NoColour { get; init; }

    public required bool RealTime { get; init; }
}
