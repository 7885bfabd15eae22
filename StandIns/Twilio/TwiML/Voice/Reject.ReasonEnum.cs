using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>Why a call is refused.</content>
public partial class Reject
{
    /// <summary>Why a call is refused.</summary>
    public sealed class ReasonEnum : StringEnum
    {
        /// <summary>The busy tone.</summary>
        public static readonly ReasonEnum Busy = new("busy");

        /// <summary>The announcement that the number is not in service.</summary>
        public static readonly ReasonEnum Rejected = new("rejected");

        /// <summary>Makes a value that is still to be set.</summary>
        public ReasonEnum()
        {
        }

        private ReasonEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator ReasonEnum(string value) => new(value);
    }
}
