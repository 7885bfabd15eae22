using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>What is heard and told of a transfer.</content>
public partial class Dial
{
    /// <summary>A country's ringing tone.</summary>
    public sealed class RingToneEnum : StringEnum
    {
        /// <summary>Belgium.</summary>
        public static readonly RingToneEnum Be = new("be");

        /// <summary>Makes a value that is still to be set.</summary>
        public RingToneEnum()
        {
        }

        private RingToneEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator RingToneEnum(string value) => new(value);
    }

    /// <summary>Events that are told.</summary>
    public sealed class EventsEnum : StringEnum
    {
        /// <summary>Makes a value that is still to be set.</summary>
        public EventsEnum()
        {
        }

        private EventsEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator EventsEnum(string value) => new(value);
    }
}
