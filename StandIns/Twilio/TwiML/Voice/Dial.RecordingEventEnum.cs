using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>What can be told of a recording.</content>
public partial class Dial
{
    /// <summary>What can be told of a recording.</summary>
    public sealed class RecordingEventEnum : StringEnum
    {
        /// <summary>It runs.</summary>
        public static readonly RecordingEventEnum InProgress = new("in-progress");

        /// <summary>It is there.</summary>
        public static readonly RecordingEventEnum Completed = new("completed");

        /// <summary>There is none.</summary>
        public static readonly RecordingEventEnum Absent = new("absent");

        /// <summary>Makes a value that is still to be set.</summary>
        public RecordingEventEnum()
        {
        }

        private RecordingEventEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator RecordingEventEnum(string value) => new(value);
    }
}
