using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Mobiles;

/// <summary>Recognises a Belgian mobile number without storing it.</summary>
internal sealed partial class MobileMark(IOptions<PasswordOptions> options)
{
    private const int Bytes = 16;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Pepper!);

    /// <summary>The mark of a caller's number, the same on all nodes. Null when the number is not a Belgian mobile.</summary>
    /// <remarks>There are so few numbers that all can be tried. So the hash uses the pepper, which is outside the database.</remarks>
    public byte[]? Of(string caller) => BelgianMobile().IsMatch(caller)
        ? HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"worker mobile\n{caller}"))[..Bytes]
        : null;

    // Landlines of Liège begin with 4 too. They have a digit less.
    [GeneratedRegex(@"\A\+324[0-9]{8}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BelgianMobile();
}
