using System.Security.Cryptography;
using System.Text;
using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Prestations;

/// <summary>Tells two user numbers apart that were keyed at the same place of a call, for who must not keep the numbers.</summary>
internal sealed class KeyedNumberHash(IOptions<PasswordOptions> options)
{
    // Enough that two numbers of one webhook never share a mark.
    private const int Bytes = 8;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(options.Value.Pepper!);

    /// <summary>The mark of a number at one webhook of a call: the same on all nodes, and elsewhere in the call another.</summary>
    /// <remarks>User numbers are few enough to try them all. So it takes the pepper, which lives outside the database.</remarks>
    public byte[] Of(string callSid, int webhook, string userNumber) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"refused look-up\n{callSid}\n{webhook}\n{userNumber}"))[..Bytes];
}
