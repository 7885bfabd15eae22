using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>Whose voice is recorded.</content>
public partial class Dial
{
    /// <summary>Whose voice is recorded.</summary>
    public sealed class RecordingTrackEnum : StringEnum
    {
        /// <summary>Both.</summary>
        public static readonly RecordingTrackEnum Both = new("both");

        /// <summary>The caller's.</summary>
        public static readonly RecordingTrackEnum Inbound = new("inbound");

        /// <summary>The called party's.</summary>
        public static readonly RecordingTrackEnum Outbound = new("outbound");

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
