using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>What is recorded of a transfer. Nothing here records; the constructor names these types.</content>
public partial class Dial
{
    /// <summary>Whether and from when a transfer is recorded.</summary>
    public sealed class RecordEnum : StringEnum
    {
        /// <summary>Not at all.</summary>
        public static readonly RecordEnum DoNotRecord = new("do-not-record");

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

    /// <summary>Whether silence is cut off a recording.</summary>
    public sealed class TrimEnum : StringEnum
    {
        /// <summary>It is not.</summary>
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

    /// <summary>What is told of a recording.</summary>
    public sealed class RecordingEventEnum : StringEnum
    {
        /// <summary>That it is complete.</summary>
        public static readonly RecordingEventEnum Completed = new("completed");

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

    /// <summary>Which side is recorded.</summary>
    public sealed class RecordingTrackEnum : StringEnum
    {
        /// <summary>Both.</summary>
        public static readonly RecordingTrackEnum Both = new("both");

        /// <summary>Makes a value that is still to be set.</summary>
        public RecordingTrackEnum()
        {
        }

        private RecordingTrackEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator RecordingTrackEnum(string value) => new(value);
    }
}
