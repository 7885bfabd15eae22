using System.Text;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Ivr.Tests.People.Import;

namespace Ivr.Tests.Security;

/// <summary>Values that occur nowhere else in the tests: where one of them appears, the server leaked it.</summary>
internal static class Canary
{
    public const string Login = "980777000111";
    public const string NobodysLogin = "980777000999";
    public const string Password = "86420975";
    public const string WrongPassword = "8675309424242";
    public const string PagePassword = "a canary in the mine 864209";
    public const string WrongPagePassword = "no canary in the mine 867530";
    public const string UserNumber = "100000099963";
    public const string NobodysUserNumber = "100000088849";
    public const string MistypedUserNumber = "100000099936";
    public const string Caller = "+32499887766";

    /// <summary>The first characters of everything that Data Protection seals: its magic number and version, in Base64.</summary>
    public const string SealedState = "CfDJ8";

    private static readonly string[] All =
    [
        Login, NobodysLogin, Password, WrongPassword, PagePassword, WrongPagePassword, UserNumber, NobodysUserNumber, MistypedUserNumber,
        Caller, SealedState,
    ];

    /// <summary>Imports the worker and the client with these values.</summary>
    public static async Task ImportAsync(TestDatabase database)
    {
        await using var desk = new ImportDesk(database.ConnectionString);
        await desk.ImportAsync(CsvTables.Workers, $"login,password,company_code,name,language,active\n{Login},{Password},ALFA,Canary,nl,true\n");
        await desk.ImportAsync(CsvTables.Clients, $"user_number,name,region,phone,language,active\n{UserNumber},Canary,brussels,{Caller},nl,true\n");
    }

    /// <summary>
    /// Asserts that the text contains no canary, also not in another form: as Base64, without plus sign, in groups of digits, or as part
    /// of a URL.
    /// </summary>
    public static void AssertNoneIn(string text)
    {
        foreach (var canary in All)
        {
            Assert.DoesNotContain(canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(canary.TrimStart('+'), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(canary), text, StringComparison.Ordinal);
            Assert.DoesNotContain(DigitGroups.Groups(canary), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(canary)), text, StringComparison.Ordinal);
        }
    }
}
