namespace Ivr.Caller.Scripts.Model;

/// <summary>The required format of a text.</summary>
/// <param name="pattern">A regular expression for the whole text.</param>
/// <param name="meant">The format in words, to complete the message "It must be …".</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormAttribute(string pattern, string meant) : Attribute
{
    public string Pattern => pattern;

    public string Meant => meant;
}

/// <summary>The range of a number. Both limits are allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute(int least, int most) : Attribute
{
    public int Least => least;

    public int Most => most;
}

/// <summary>The keys of this part are column names with underscores, as in the files and tables that have these columns.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ColumnsAttribute : Attribute;

/// <summary>Formats that more than one key has.</summary>
internal static class Forms
{
    public const string Number = @"\+[1-9][0-9]{6,14}";
    public const string NumberMeant = "a telephone number that begins with + and the country, such as \"+3280035530\"";
    public const string Mobile = @"\+324[0-9]{8}";
    public const string MobileMeant = "a Belgian mobile, such as \"+32470123456\"";
    public const string NumberOrWithheld = @"\+[1-9][0-9]{6,14}|withheld";
    public const string NumberOrWithheldMeant = "a telephone number such as \"+3225551234\", or withheld";
    public const string Keys = " *[0-9#*][0-9#* ]*";
    public const string KeysMeant = "keys of a telephone: 0-9, # and *, with spaces where you like";
    public const string Language = "nl|fr|de|en";
    public const string LanguageMeant = "nl, fr, de or en";
    public const string Region = "flanders|brussels|wallonia";
    public const string RegionMeant = "flanders, brussels or wallonia";
    public const string Login = "[0-9]{4,20}";
    public const string LoginMeant = "4 to 20 digits";
    public const string UserNumber = "[0-9]{12}";
    public const string UserNumberMeant = "12 digits";
    public const string Company = "[A-Za-z0-9._-]{1,32}";
    public const string CompanyMeant = "a company code: letters, digits, and the signs . _ -";
}
