using Twilio.Types;

namespace Twilio.Rest.Api.V2010.Account;

/// <content>Where a call can be.</content>
public partial class CallResource
{
    /// <summary>Where a call is.</summary>
    public sealed class StatusEnum : StringEnum
    {
        /// <summary>It waits for its turn.</summary>
        public static readonly StatusEnum Queued = new("queued");

        /// <summary>It rings.</summary>
        public static readonly StatusEnum Ringing = new("ringing");

        /// <summary>It was answered.</summary>
        public static readonly StatusEnum InProgress = new("in-progress");

        /// <summary>It was answered and has ended.</summary>
        public static readonly StatusEnum Completed = new("completed");

        /// <summary>The line was busy.</summary>
        public static readonly StatusEnum Busy = new("busy");

        /// <summary>It could not be put through.</summary>
        public static readonly StatusEnum Failed = new("failed");

        /// <summary>Nobody answered.</summary>
        public static readonly StatusEnum NoAnswer = new("no-answer");

        /// <summary>It was called off before it was answered.</summary>
        public static readonly StatusEnum Canceled = new("canceled");

        /// <summary>Makes a value that is still to be set.</summary>
        public StatusEnum()
        {
        }

        private StatusEnum(string value)
            : base(value)
        {
        }

        /// <summary>The status of this name, known or not.</summary>
        public static implicit operator StatusEnum(string value) => new(value);
    }
}
