using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>A voice.</content>
public partial class Say
{
    /// <summary>A voice.</summary>
    public sealed class VoiceEnum : StringEnum
    {
        /// <summary>The basic male voice.</summary>
        public static readonly VoiceEnum Man = new("man");

        /// <summary>The basic female voice.</summary>
        public static readonly VoiceEnum Woman = new("woman");

        /// <summary>The older voice of many languages.</summary>
        public static readonly VoiceEnum Alice = new("alice");

        /// <summary>Amy, British English.</summary>
        public static readonly VoiceEnum PollyAmyNeural = new("Polly.Amy-Neural");

        /// <summary>Isabelle, Belgian French.</summary>
        public static readonly VoiceEnum PollyIsabelleNeural = new("Polly.Isabelle-Neural");

        /// <summary>Lisa, Belgian Dutch.</summary>
        public static readonly VoiceEnum PollyLisaNeural = new("Polly.Lisa-Neural");

        /// <summary>Vicki, German.</summary>
        public static readonly VoiceEnum PollyVickiNeural = new("Polly.Vicki-Neural");

        /// <summary>Makes a value that is still to be set.</summary>
        public VoiceEnum()
        {
        }

        private VoiceEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator VoiceEnum(string value) => new(value);
    }
}
