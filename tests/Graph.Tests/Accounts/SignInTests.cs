using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>The rules of signing in that no page shows.</summary>
public sealed class SignInTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "LOG-05"), Trait("Spec", "LOG-02"), Trait("Spec", "MSG-06"), Trait("Spec", "SEC-B5")]
    public async Task WrongAnswers_OfEveryKind_AreAnsweredAlikeByEqualWork(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var hasher = new CountingHasher(world.Services.GetRequiredService<IPasswordHasher<Account>>());
        Actor[] actors = [await world.ProfessionalAsync(world.School), .. Enum.GetValues<UserType>().Where(role => role is not UserType.Individual).Select(world.As)];
        foreach (var actor in actors)
        {
            foreach (var credentials in Wrong(world, actor))
            {
                var (refusal, verified) = await CountedAsync(actor, hasher, credentials);

                Assert.Equal(AccountRefusals.WrongCredentials, refusal);
                Assert.Equal(1, verified);
            }
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-05"), Trait("Spec", "LOG-04"), Trait("Spec", "LOG-06"), Trait("Spec", "MSG-08")]
    public async Task State_OfAnAccount_IsToldAfterTheRightPasswordOnly(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var states = new Dictionary<AccountState, (RefusalCode Code, string Message)>
        {
            [AccountState.Pending] = (RefusalCode.NotYetApproved, "此帐号还未被审核"),
            [AccountState.Disabled] = (RefusalCode.AccountDisabled, "此帐号已被禁用"),
            [AccountState.Rejected] = (RefusalCode.RegistrationRefused, "此帐号审核未通过，原因：查无此人"),
        };
        foreach (var (state, expected) in states)
        {
            var clerk = await world.AppointAsync(world.School);
            await world.Program.WriteAsync(async (work, _) => await work.Db.Accounts.Where(a => a.Id == clerk.Caller.AccountId)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, state).SetProperty(a => a.StateReason, "查无此人")));

            var wrong = Assert.Single((await world.EnterAsync(clerk, typed => typed with { Password = "Wrong-2026x" })).Refusals);
            var right = Assert.Single((await world.EnterAsync(clerk)).Refusals);

            Assert.Equal(AccountRefusals.WrongCredentials, wrong);
            Assert.Equal(expected, (right.Code, right.Message));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-06"), Trait("Spec", "LOG-02"), Trait("Spec", "ACC-04")]
    public async Task Administrator_WhoseRightsWereRemoved_IsToldSoAtHisOwnCodeOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var session = (await world.EnterAsync(clerk)).Value!;
        await world.Program.WriteAsync(async (work, _) =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == clerk.Caller.AccountId)).Revoke("调离");
            return 1;
        });

        var told = await world.EnterAsync(clerk);
        var elsewhere = await world.EnterAsync(clerk, typed => typed with { OrganizationCode = world.As(world.Clinic).OrganizationCode });

        Assert.Equal(AccountRefusals.Disabled, Assert.Single(told.Refusals));
        Assert.Equal(AccountRefusals.WrongCredentials, Assert.Single(elsewhere.Refusals));
        Assert.False((await world.AfreshAsync(clerk, session)).Caller.IsSignedIn);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-B3")]
    public async Task SensitiveMutation_AHundredTimesInOneRequest_IsRefusedAsAWhole(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var many = string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}: changePassword(input: {{ current: \"Wrong-{i}x\", new: \"Luo-Yang2026\" }}) {{ userErrors {{ code }} }}"));

        var reply = await teacher.AskAsStrangerAsync($"mutation {{ {many} }}");

        Assert.NotEmpty(reply.Errors);
        Assert.DoesNotContain("WRONG_CREDENTIALS", reply.Text, StringComparison.Ordinal);
        Assert.False((await world.EnterAsync(teacher)).IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-08"), Trait("Spec", "LOG-09")]
    public async Task OnePerson_WithTwoAccounts_EntersTheOneThatIsNamed(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var clerk = await world.AppointAsync(world.School, teacher.Person);
        var fullWidth = string.Concat(teacher.Person!.IdNumber.Select(c => (char)(c - '!' + '！')));

        var asTeacher = await world.EnterAsync(teacher, typed => typed with { IdNumber = $" {fullWidth.ToLowerInvariant()} " });
        var asClerk = await world.EnterAsync(clerk, typed => typed with { OrganizationCode = $"{clerk.OrganizationCode![..8]}-{clerk.OrganizationCode[8]}".ToLowerInvariant() });

        Assert.Equal(teacher.Caller.AccountId, asTeacher.Value!.AccountId);
        Assert.Equal(clerk.Caller.AccountId, asClerk.Value!.AccountId);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-07"), Trait("Spec", "SEC-B1")]
    public async Task SixthTry_IsLockedFor15MinutesAndNoLonger(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        for (var i = 0; i < 5; i++)
        {
            await world.EnterAsync(clerk, typed => typed with { Password = "Wrong-2026x" });
        }

        Assert.Equal("密码错误次数过多，请 15 分钟后再试", Assert.Single((await world.EnterAsync(clerk)).Refusals).Message);
        world.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False((await world.EnterAsync(clerk)).IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-07"), Trait("Spec", "SEC-B4")]
    public async Task Captcha_AnsweredAThousandTimes_CountsTheFirstAnswerOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (question, id) = await AskAsync(world);
        var right = Solved(question);

        var first = await TakeAsync(world, id, "1");
        var later = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => TakeAsync(world, id, i % 10 == 0 ? right : $"{i}")));

        Assert.False(first);
        Assert.DoesNotContain(true, later);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-07"), Trait("Spec", "SEC-B4")]
    public async Task CaptchaInWords_TakesDigitsAndNumeralsOnceWithinFiveMinutes(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (digits, words, late, raced) = (await AskAsync(world), await AskAsync(world), await AskAsync(world), await AskAsync(world));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeAsync(world, raced.Id, Solved(raced.Question)))));
        Assert.Single(answers, taken => taken);
        Assert.True(await TakeAsync(world, digits.Id, $" {Solved(digits.Question)} "));
        Assert.True(await TakeAsync(world, words.Id, InWords(int.Parse(Solved(words.Question), System.Globalization.CultureInfo.InvariantCulture))));
        Assert.False(await TakeAsync(world, digits.Id, Solved(digits.Question)));
        Assert.DoesNotContain(digits.Question, char.IsAsciiDigit);
        world.Clock.Advance(CaptchaChallenge.Lifetime);
        Assert.False(await TakeAsync(world, late.Id, Solved(late.Question)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-06")]
    public async Task Administrator_ByTheSetting_HasOneSessionAtATime(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, teacher) = (await world.AppointAsync(world.School), await world.ProfessionalAsync(world.School));
        var one = new SessionSettings { OnePerAdministrator = true };

        var (freely, again) = ((await world.EnterAsync(clerk)).Value!, (await world.EnterAsync(clerk)).Value!);
        var both = (await world.AfreshAsync(clerk, freely)).Caller.IsSignedIn && (await world.AfreshAsync(clerk, again)).Caller.IsSignedIn;
        var newest = (await WithAsync(clerk, one)).Value!;
        var (first, second) = ((await WithAsync(teacher, one)).Value!, (await WithAsync(teacher, one)).Value!);

        Assert.True(both);
        Assert.False((await world.AfreshAsync(clerk, freely)).Caller.IsSignedIn);
        Assert.True((await world.AfreshAsync(clerk, newest)).Caller.IsSignedIn);
        Assert.True((await world.AfreshAsync(teacher, first)).Caller.IsSignedIn && (await world.AfreshAsync(teacher, second)).Caller.IsSignedIn);
    }

    private static IEnumerable<Credentials> Wrong(World world, Actor actor)
    {
        yield return actor.Credentials with { Password = "Wrong-2026x" };
        yield return actor.Credentials with { IdNumber = world.Stranger().IdNumber };
        yield return actor.Credentials with { IdNumber = "no number" };
        if (actor.OrganizationCode is not null && actor.Caller.Role is not UserType.ProvincialDepartment)
        {
            yield return actor.Credentials with { OrganizationCode = null };
            yield return actor.Credentials with { OrganizationCode = world.As(world.Clinic).OrganizationCode };
        }
    }

    private static Task<Outcome<SignedInAccount>> WithAsync(Actor actor, SessionSettings options) => actor.RunAsync<IServiceProvider, Outcome<SignedInAccount>>(services =>
        ActivatorUtilities.CreateInstance<SignIn>(services, options).RunAsync(actor.Credentials, default));

    private static async Task<(Refusal Refusal, int Verified)> CountedAsync(Actor actor, CountingHasher hasher, Credentials credentials)
    {
        hasher.Verified = 0;
        var outcome = await (actor with { Caller = Caller.Visitor with { Address = Guid.NewGuid().ToString("N") } }).RunAsync<IServiceProvider, Outcome<SignedInAccount>>(services =>
            ActivatorUtilities.CreateInstance<SignIn>(services, ActivatorUtilities.CreateInstance<FindAccount>(services, (IPasswordHasher<Account>)hasher)).RunAsync(credentials, default));
        return (Assert.Single(outcome.Refusals), hasher.Verified);
    }

    // Without the answer that Development always takes.
    private static Task<T> StrictAsync<T>(World world, Func<Captchas, Task<T>> run) =>
        world.Visitor.RunAsync<IServiceProvider, T>(services => run(ActivatorUtilities.CreateInstance<Captchas>(services, new CaptchaOptions())));

    private static async Task<(string Question, string Id)> AskAsync(World world)
    {
        var asked = await StrictAsync(world, captchas => captchas.AskAsync(default));
        return (asked.Question, asked.Id);
    }

    private static Task<bool> TakeAsync(World world, string id, string answer) => StrictAsync(world, captchas => captchas.TakeAsync(id, answer, default));

    private static string Solved(string question)
    {
        var parts = question.Replace("等于几？", "", StringComparison.Ordinal).Split('加', '减');
        var (large, small) = (Enumerable.Range(0, 100).First(n => InWords(n) == parts[0]), Enumerable.Range(0, 100).First(n => InWords(n) == parts[1]));
        return $"{(question.Contains('加', StringComparison.Ordinal) ? large + small : large - small)}";
    }

    private static string InWords(int number)
    {
        const string digits = "零一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        return tens == 0 ? $"{digits[ones]}" : $"{(tens == 1 ? "" : digits[tens])}十{(ones == 0 ? "" : digits[ones])}";
    }

    private sealed class CountingHasher(IPasswordHasher<Account> inner) : IPasswordHasher<Account>
    {
        public int Verified { get; set; }

        public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
