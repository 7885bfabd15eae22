using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>A kind of input.</content>
public partial class Gather
{
    /// <summary>A kind of input.</summary>
    public sealed class InputEnum : StringEnum
    {
        /// <summary>Keys.</summary>
        public static readonly InputEnum Dtmf = new("dtmf");

        /// <summary>Speech.</summary>
        public static readonly InputEnum Speech = new("speech");

        /// <summary>Makes a value that is still to be set.</summary>
        public InputEnum()
        {
        }

        private InputEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator InputEnum(string value) => new(value);
    }
}
