using Twilio.Types;

namespace Twilio.TwiML.Voice;

/// <content>A language that can be spoken.</content>
public partial class Say
{
    /// <summary>A language that can be spoken.</summary>
    public sealed class LanguageEnum : StringEnum
    {
        /// <summary>German.</summary>
        public static readonly LanguageEnum DeDe = new("de-DE");

        /// <summary>British English.</summary>
        public static readonly LanguageEnum EnGb = new("en-GB");

        /// <summary>American English.</summary>
        public static readonly LanguageEnum EnUs = new("en-US");

        /// <summary>Belgian French.</summary>
        public static readonly LanguageEnum FrBe = new("fr-BE");

        /// <summary>French.</summary>
        public static readonly LanguageEnum FrFr = new("fr-FR");

        /// <summary>Belgian Dutch.</summary>
        public static readonly LanguageEnum NlBe = new("nl-BE");

        /// <summary>Dutch.</summary>
        public static readonly LanguageEnum NlNl = new("nl-NL");

        /// <summary>Makes a value that is still to be set.</summary>
        public LanguageEnum()
        {
        }

        private LanguageEnum(string value)
            : base(value)
        {
        }

        /// <summary>The value of this text, whether or not it has a constant here.</summary>
        public static implicit operator LanguageEnum(string value) => new(value);
    }
}
