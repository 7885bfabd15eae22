using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>Progress of a call that can be reported.</content>
public partial class Dial
{
    /// <summary>Progress of a call that can be reported.</summary>
    public sealed class EventsEnum : StringEnum
    {
        /// <summary>All of it.</summary>
        public static readonly EventsEnum CallProgressEvent = new("call-progress-event");

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
