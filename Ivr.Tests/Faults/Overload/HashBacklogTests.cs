using Ivr.Server.Logins.Hashing;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Faults.Overload;

/// <summary>
/// How many passwords may wait depends on the current duration of a hash, and on how often the caller was sent away before.
/// </summary>
public class HashBacklogTests
{
    private const int Often = 60;

    [Fact]
    public void As_many_are_let_in_as_are_through_in_time()
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromMilliseconds(125));

        // Two threads hash 48 passwords in 3 seconds.
        Assert.Equal(48, Enter(room, Often));
    }

    [Fact]
    public void When_hashes_take_longer_fewer_are_let_in_and_more_again_when_they_are_fast()
    {
        Assert.InRange(Enter(Learned(0.15, 0.3), Often), 19, 20);
        Assert.InRange(Enter(Learned(0.3, 0.15), Often), 39, 40);
        Assert.InRange(Enter(Learned(0.3, 0.01), Often), 599, 600);
    }

    [Fact]
    public void One_slow_hash_is_no_trend()
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromMilliseconds(125));
        room.Expect(together: 1, TimeSpan.FromMilliseconds(250));
        Assert.InRange(Enter(room, Often), 43, 46);
    }

    [Fact]
    public void Newcomers_have_half_of_the_room_and_each_time_somebody_is_sent_away_half_of_the_rest_opens()
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromMilliseconds(125));

        Assert.Equal([24, 12, 6, 3], Enumerable.Range(0, 4).Select(sentAway => Enter(room, sentAway)));
        Assert.False(room.TryEnter(0));
        Assert.True(room.TryEnter(Often));
    }

    [Fact]
    public void However_fast_hashes_are_no_more_wait_than_configured()
    {
        var room = Room(threads: 1, mostWaiting: 8);
        room.Expect(together: 1, TimeSpan.FromMilliseconds(0.001));

        Assert.Equal([4, 2, 1, 1, 0], Enumerable.Range(0, 5).Select(sentAway => Enter(room, sentAway)));
    }

    [Fact]
    public void However_slow_hashes_are_a_thread_that_is_free_takes_one()
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromSeconds(60));

        Assert.Equal(2, Enter(room, 0));
    }

    [Fact]
    public void The_time_to_wait_leaves_time_for_the_hash()
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(2), room.WaitWithin(TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(0.5), room.WaitWithin(TimeSpan.FromSeconds(2) - TimeSpan.FromSeconds(0.5)));
        Assert.Equal(TimeSpan.FromSeconds(0.25), room.WaitWithin(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Who_leaves_and_what_is_hashed_makes_room()
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromMilliseconds(125));
        Enter(room, Often);

        room.Leave();
        Assert.Equal(1, Enter(room, Often));
        room.Begin();
        Assert.Equal(0, Enter(room, Often));
        room.End(1, TimeSpan.FromMilliseconds(125));
        Assert.Equal(1, Enter(room, Often));
        Assert.Equal(48, room.Waiting);
    }

    [Fact]
    public void Where_several_are_hashed_at_once_as_many_more_are_let_in()
    {
        var room = Room(threads: 2);
        room.Expect(together: 8, TimeSpan.FromMilliseconds(125));

        Assert.Equal(2 * 8 * 24, Enter(room, Often));
    }

    [Fact]
    public void The_time_to_wait_leaves_time_for_all_that_are_hashed_at_once()
    {
        var room = Room(threads: 1);
        room.Expect(together: 8, TimeSpan.FromMilliseconds(125));
        for (var i = 0; i < 200; i++)
        {
            room.TryEnter(Often);
            room.Begin();
            room.End(1, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, room.WaitWithin(TimeSpan.FromSeconds(3)).TotalSeconds, tolerance: 0.01);
        Assert.InRange(Enter(room, Often), 24, 25);
    }

    private static HashBacklog Room(int threads, int mostWaiting = 2000) =>
        new(Options.Create(new HashingOptions { Threads = threads, LongestWait = TimeSpan.FromSeconds(3), MaxWaiting = mostWaiting }));

    private static HashBacklog Learned(double firstSeconds, double thenSeconds)
    {
        var room = Room(threads: 2);
        room.Expect(together: 1, TimeSpan.FromSeconds(firstSeconds));
        for (var i = 0; i < 500; i++)
            room.Expect(together: 1, TimeSpan.FromSeconds(thenSeconds));
        return room;
    }

    private static int Enter(HashBacklog room, int sentAway)
    {
        var entered = 0;
        while (room.TryEnter(sentAway))
            entered++;
        return entered;
    }
}
