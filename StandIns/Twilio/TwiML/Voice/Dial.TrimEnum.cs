using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>What happens to silence in a recording.</content>
public partial class Dial
{
    /// <summary>What happens to silence in a recording.</summary>
    public sealed class TrimEnum : StringEnum
    {
        /// <summary>It is cut.</summary>
        public static readonly TrimEnum TrimSilence = new("trim-silence");

        /// <summary>It stays.</summary>
        public static readonly TrimEnum DoNotTrim = new("do-not-trim");

        /// <summary>Makes a value that is still to be set.</summary>
        public TrimEnum()
        {
        }

        private TrimEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator TrimEnum(string value) => new(value);
    }
}
