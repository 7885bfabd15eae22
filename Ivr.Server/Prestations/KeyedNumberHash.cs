using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Prestations;

/// <summary>Distinguishes two user numbers keyed at the same webhook of a call, without storing the numbers.</summary>
internal sealed class KeyedNumberHash(IOptions<PasswordOptions> options)
{
    // Enough that two numbers of one webhook never have the same mark.
    private const int Bytes = 8;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Pepper!);

    /// <summary>The mark of a number at one webhook of a call. It is the same on all nodes, and different at every other webhook.</summary>
    /// <remarks>There are so few user numbers that all can be tried. So the hash uses the pepper, which is outside the database.</remarks>
    public byte[] Of(string callSid, int webhook, string userNumber) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"refused look-up\n{callSid}\n{webhook}\n{userNumber}"))[..Bytes];
}
