using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// PBKDF2-HMAC-SHA512 of several passwords at once, one in each 64-bit lane of the processor's vector registers. The in-box
/// <see cref="Rfc2898DeriveBytes"/> computes one at a time, and hashing is nearly the whole cost of a call. With lanes a processor checks
/// several times as many logins. Sources: RFC 8018 section 5.2, RFC 2104, FIPS 180-4 section 6.4. No branch and no index depends on a
/// secret.
/// </summary>
internal static class Pbkdf2Lanes
{
    /// <summary>The longest salt in bytes. With the block number and the padding it must fit into one block.</summary>
    public const int LongestSalt = BlockBytes - sizeof(int) - 1 - LengthBytes;

    /// <summary>The longest key in bytes: one PBKDF2 block.</summary>
    public const int LongestKey = DigestBytes;

    private const int BlockBytes = 128;
    private const int DigestBytes = 64;
    private const int LengthBytes = 16;
    private const int BlockWords = 16;
    private const int DigestWords = 8;
    private const int Rounds = 80;
    private const ulong EndOfMessage = 1UL << 63;

    /// <summary>How many keys this processor derives at once; 1 without suitable vector registers.</summary>
    public static int Lanes { get; } =
        Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;

    // FIPS 180-4 section 5.3.5.
    private static ReadOnlySpan<ulong> Initial =>
    [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179
    ];

    // FIPS 180-4 section 4.2.3.
    private static ReadOnlySpan<ulong> Constants =>
    [
        0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
        0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
        0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
        0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
        0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
        0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
        0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
        0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
        0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
        0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
        0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
        0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
        0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
        0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
        0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
        0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
        0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
        0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
        0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
        0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817
    ];

    /// <summary>Derives a key for each password, identical to the result of <see cref="Rfc2898DeriveBytes"/>.</summary>
    /// <param name="lanes">2, 4 or 8. More lanes than the processor supports are slow but correct.</param>
    /// <param name="passwords">At least one, at most as many as lanes.</param>
    /// <param name="salts">One for each password, of at most <see cref="LongestSalt"/> bytes.</param>
    /// <param name="iterations">The same for all; at least 1.</param>
    /// <returns>64 bytes for each password.</returns>
    public static byte[][] DeriveKeys(int lanes, ReadOnlySpan<byte[]> passwords, ReadOnlySpan<byte[]> salts, int iterations) => lanes switch
    {
        8 => DeriveKeys<Eight>(passwords, salts, iterations),
        4 => DeriveKeys<Four>(passwords, salts, iterations),
        2 => DeriveKeys<Two>(passwords, salts, iterations),
        _ => throw new ArgumentOutOfRangeException(nameof(lanes), lanes, "2, 4 or 8 lanes there are."),
    };

    private static byte[][] DeriveKeys<TLanes>(ReadOnlySpan<byte[]> passwords, ReadOnlySpan<byte[]> salts, int iterations)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        // The first 16 words are the message block. The first 8 are also the digest: each compression leaves its output where the next one
        // reads its input.
        Span<TLanes> words = stackalloc TLanes[Rounds];
        Span<TLanes> inner = stackalloc TLanes[DigestWords];
        Span<TLanes> outer = stackalloc TLanes[DigestWords];
        Span<TLanes> key = stackalloc TLanes[DigestWords];
        StartHmac(passwords, 0x36, words, inner);
        StartHmac(passwords, 0x5c, words, outer);

        FillWithSalts(salts, words);
        Compress(inner, words, words);
        PadDigest(words);
        Compress(outer, words, words);
        words[..DigestWords].CopyTo(key);
        for (var i = 1; i < iterations; i++)
        {
            Compress(inner, words, words);
            Compress(outer, words, words);
            for (var word = 0; word < DigestWords; word++)
                key[word] ^= words[word];
        }

        words.Clear();
        inner.Clear();
        outer.Clear();
        return Split(key, passwords.Length);
    }

    // The HMAC key is the first block of the inner and the outer hash, and the same in every iteration. So it is compressed once.
    private static void StartHmac<TLanes>(ReadOnlySpan<byte[]> passwords, byte pad, Span<TLanes> words, Span<TLanes> state)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        for (var lane = 0; lane < passwords.Length; lane++)
        {
            block.Clear();
            if (passwords[lane].Length > BlockBytes)
                SHA512.HashData(passwords[lane], block);
            else
                passwords[lane].CopyTo(block);
            foreach (ref var b in block)
                b ^= pad;
            Put(block, words, lane);
        }

        CryptographicOperations.ZeroMemory(block);
        for (var word = 0; word < DigestWords; word++)
            state[word] = TLanes.All(Initial[word]);
        Compress(state, words, state);
    }

    // The message of the first iteration: the salt and the PBKDF2 block number. One block is enough.
    private static void FillWithSalts<TLanes>(ReadOnlySpan<byte[]> salts, Span<TLanes> words)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        Span<byte> block = stackalloc byte[BlockBytes];
        for (var lane = 0; lane < salts.Length; lane++)
        {
            var message = salts[lane].Length + sizeof(int);
            block.Clear();
            salts[lane].CopyTo(block);
            block[message - 1] = 1;
            block[message] = 0x80;
            BinaryPrimitives.WriteInt32BigEndian(block[^sizeof(int)..], (BlockBytes + message) * 8);
            Put(block, words, lane);
        }
    }

    // All other messages are digests, which always have the same padding.
    private static void PadDigest<TLanes>(Span<TLanes> words)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        words[DigestWords] = TLanes.All(EndOfMessage);
        words[(DigestWords + 1)..(BlockWords - 1)].Clear();
        words[BlockWords - 1] = TLanes.All((BlockBytes + DigestBytes) * 8);
    }

    private static void Put<TLanes>(ReadOnlySpan<byte> block, Span<TLanes> words, int lane)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var all = MemoryMarshal.Cast<TLanes, ulong>(words);
        for (var word = 0; word < BlockWords; word++)
            all[word * Unsafe.SizeOf<TLanes>() / sizeof(ulong) + lane] = BinaryPrimitives.ReadUInt64BigEndian(block[(word * sizeof(ulong))..]);
    }

    private static byte[][] Split<TLanes>(Span<TLanes> digest, int count)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var all = MemoryMarshal.Cast<TLanes, ulong>(digest);
        var keys = new byte[count][];
        for (var lane = 0; lane < count; lane++)
        {
            keys[lane] = new byte[DigestBytes];
            for (var word = 0; word < DigestWords; word++)
                BinaryPrimitives.WriteUInt64BigEndian(keys[lane].AsSpan(word * sizeof(ulong)), all[word * Unsafe.SizeOf<TLanes>() / sizeof(ulong) + lane]);
        }

        return keys;
    }

    // FIPS 180-4 section 6.4.2, with its names. Each round depends on the one before, so each sum adds the value that is ready last at its
    // end. Unrolling eight rounds was slower, because the compiler stops inlining.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compress<TLanes>(ReadOnlySpan<TLanes> from, Span<TLanes> w, Span<TLanes> to)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var constants = Constants;
        var (a, b, c, d, e, f, g, h) = (from[0], from[1], from[2], from[3], from[4], from[5], from[6], from[7]);
        for (var t = 0; t < Rounds; t++)
        {
            if (t < Rounds - BlockWords)
            {
                var (x, y) = (w[t + 1], w[t + 14]);
                w[t + 16] = w[t] + w[t + 9]
                    + (TLanes.RotateRight(x, 1) ^ TLanes.RotateRight(x, 8) ^ (x >>> 7))
                    + (TLanes.RotateRight(y, 19) ^ TLanes.RotateRight(y, 61) ^ (y >>> 6));
            }

            var known = h + (TLanes.All(constants[t]) + w[t]);
            var choice = g ^ (e & (f ^ g));
            var sum1 = TLanes.RotateRight(e, 14) ^ TLanes.RotateRight(e, 18) ^ TLanes.RotateRight(e, 41);
            var sum0 = TLanes.RotateRight(a, 28) ^ TLanes.RotateRight(a, 34) ^ TLanes.RotateRight(a, 39);
            var majority = b ^ ((a ^ b) & (b ^ c));
            (a, b, c, d, e, f, g, h) = (known + choice + sum1 + (sum0 + majority), a, b, c, d + known + choice + sum1, e, f, g);
        }

        to[0] = from[0] + a;
        to[1] = from[1] + b;
        to[2] = from[2] + c;
        to[3] = from[3] + d;
        to[4] = from[4] + e;
        to[5] = from[5] + f;
        to[6] = from[6] + g;
        to[7] = from[7] + h;
    }

    /// <summary>The operations of SHA-512 on 64-bit words, for several words at once.</summary>
    private interface ILanes<TSelf>
        where TSelf : unmanaged, ILanes<TSelf>
    {
        static abstract TSelf All(ulong word);

        static abstract TSelf RotateRight(TSelf words, [ConstantExpected] byte bits);

        static abstract TSelf operator +(TSelf left, TSelf right);

        static abstract TSelf operator ^(TSelf left, TSelf right);

        static abstract TSelf operator &(TSelf left, TSelf right);

        static abstract TSelf operator >>>(TSelf words, int bits);
    }

    private readonly struct Eight(Vector512<ulong> words) : ILanes<Eight>
    {
        private readonly Vector512<ulong> _words = words;

        public static Eight All(ulong word) => new(Vector512.Create(word));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Eight RotateRight(Eight words, [ConstantExpected] byte bits) =>
            new(Avx512F.IsSupported ? Avx512F.RotateRight(words._words, bits) : (words._words >>> bits) | (words._words << (64 - bits)));

        public static Eight operator +(Eight left, Eight right) => new(left._words + right._words);

        public static Eight operator ^(Eight left, Eight right) => new(left._words ^ right._words);

        public static Eight operator &(Eight left, Eight right) => new(left._words & right._words);

        public static Eight operator >>>(Eight words, int bits) => new(words._words >>> bits);
    }

    private readonly struct Four(Vector256<ulong> words) : ILanes<Four>
    {
        private readonly Vector256<ulong> _words = words;

        public static Four All(ulong word) => new(Vector256.Create(word));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Four RotateRight(Four words, [ConstantExpected] byte bits) =>
            new(Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(words._words, bits) : (words._words >>> bits) | (words._words << (64 - bits)));

        public static Four operator +(Four left, Four right) => new(left._words + right._words);

        public static Four operator ^(Four left, Four right) => new(left._words ^ right._words);

        public static Four operator &(Four left, Four right) => new(left._words & right._words);

        public static Four operator >>>(Four words, int bits) => new(words._words >>> bits);
    }

    private readonly struct Two(Vector128<ulong> words) : ILanes<Two>
    {
        private readonly Vector128<ulong> _words = words;

        public static Two All(ulong word) => new(Vector128.Create(word));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Two RotateRight(Two words, [ConstantExpected] byte bits) =>
            new(Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(words._words, bits) : (words._words >>> bits) | (words._words << (64 - bits)));

        public static Two operator +(Two left, Two right) => new(left._words + right._words);

        public static Two operator ^(Two left, Two right) => new(left._words ^ right._words);

        public static Two operator &(Two left, Two right) => new(left._words & right._words);

        public static Two operator >>>(Two words, int bits) => new(words._words >>> bits);
    }
}
