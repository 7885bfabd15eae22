using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>A country's ringing tone.</content>
public partial class Dial
{
    /// <summary>A country's ringing tone.</summary>
    public sealed class RingToneEnum : StringEnum
    {
        /// <summary>Belgium's.</summary>
        public static readonly RingToneEnum Be = new("be");

        /// <summary>Germany's.</summary>
        public static readonly RingToneEnum De = new("de");

        /// <summary>France's.</summary>
        public static readonly RingToneEnum Fr = new("fr");

        /// <summary>That of the Netherlands.</summary>
        public static readonly RingToneEnum Nl = new("nl");

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
}
