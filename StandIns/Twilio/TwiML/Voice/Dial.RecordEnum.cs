using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>Whether and from when a call is recorded.</content>
public partial class Dial
{
    /// <summary>Whether and from when a call is recorded.</summary>
    public sealed class RecordEnum : StringEnum
    {
        /// <summary>Not.</summary>
        public static readonly RecordEnum DoNotRecord = new("do-not-record");

        /// <summary>From the answer.</summary>
        public static readonly RecordEnum RecordFromAnswer = new("record-from-answer");

        /// <summary>From the first ring.</summary>
        public static readonly RecordEnum RecordFromRinging = new("record-from-ringing");

        /// <summary>From the answer, one channel for each party.</summary>
        public static readonly RecordEnum RecordFromAnswerDual = new("record-from-answer-dual");

        /// <summary>From the first ring, one channel for each party.</summary>
        public static readonly RecordEnum RecordFromRingingDual = new("record-from-ringing-dual");

        /// <summary>Makes a value that is still to be set.</summary>
        public RecordEnum()
        {
        }

        private RecordEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator RecordEnum(string value) => new(value);
    }
}
