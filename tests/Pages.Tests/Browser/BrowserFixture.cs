using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;

namespace HnCe.Pages.Tests.Browser;

/// <summary>One Chromium for all walks. Each walk has a world of its own, whose host listens on a port of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly ConditionalWeakTable<World, Uri> _addresses = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Chromium of the system; the variable HNCE_CHROMIUM names another.</summary>
    private static string Chromium => Environment.GetEnvironmentVariable("HNCE_CHROMIUM")
        ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Install Chromium, or name it in HNCE_CHROMIUM.");

    public async Task InitializeAsync()
    {
        // A busy machine may need longer for the first page than the usual five seconds.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
    }

    public async Task DisposeAsync()
    {
        await (_browser?.CloseAsync() ?? Task.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>A fresh browser window on the host of a world.</summary>
    /// <param name="world">The world; its host starts with the first window.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="width">Width of the window.</param>
    public async Task<IPage> OpenAsync(World world, bool javaScript = true, int width = 1280)
    {
        if (!_addresses.TryGetValue(world, out _))
        {
            // Walks run one after the other: what is open belongs to an ended one.
            await Task.WhenAll(_browser!.Contexts.ToList().ConvertAll(left => left.CloseAsync()));
        }

        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = AddressOf(world).ToString(),
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window in which somebody has signed in by the form.</summary>
    public async Task<IPage> SignInAsync(World world, Actor actor, bool javaScript = true, int width = 1280)
    {
        var page = await OpenAsync(world, javaScript, width);
        await EnterAsync(page, actor.Caller.Role!.Value, actor.OrganizationCode, actor.Person!.IdNumber);
        await ArriveAsync(page, "/home");
        return page;
    }

    /// <summary>Waits for an address, whatever its query, and for its page to be whole. WaitForURL is not asked: it can miss the event that it waits for.</summary>
    public static async Task ArriveAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(address)}([?].*)?$"));
        await WholeAsync(page);
    }

    /// <summary>
    /// Waits for the page to be whole. It is asked itself, for the driver can miss the event; and asked for its state only, for its policy forbids
    /// the driver to poll, and without scripts it has no events.
    /// </summary>
    public static async Task WholeAsync(IPage page)
    {
        using var most = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        for (var state = ""; state != "complete"; most.Token.ThrowIfCancellationRequested())
        {
            try
            {
                state = await page.EvaluateAsync<string>("document.readyState");
            }
            catch (PlaywrightException) when (!most.IsCancellationRequested)
            {
                // The next page has just taken its place.
            }
        }
    }

    /// <summary>Fills in 用户登录 and presses 登录.</summary>
    public static async Task EnterAsync(IPage page, UserType type, string? organizationCode, string idNumber, string password = MadeUpPerson.Password)
    {
        await page.GotoAsync("/");
        await FillInAsync(page, type, organizationCode, idNumber, password);
    }

    /// <summary>Fills in 用户登录 where it is shown already, and presses 登录.</summary>
    public static async Task FillInAsync(IPage page, UserType type, string? organizationCode, string idNumber, string password = MadeUpPerson.Password)
    {
        await page.SelectOptionAsync("[name=userType]", type.ToString());
        if (organizationCode is not null)
        {
            await page.FillAsync("[name=organizationCode]", organizationCode);
        }

        await page.FillAsync("[name=account]", idNumber);
        await page.FillAsync("[name=password]", password);
        await page.FillAsync("[name=captcha]", HnCeApplication.CaptchaAnswer);
        await page.ClickAsync(".signin button:has-text('登录')");
    }

    private Uri AddressOf(World world) => _addresses.GetValue(world, one => one.Application.Listen());
}

/// <summary>All walks share the browser and run one after the other: <c>[Collection(nameof(BrowserWalks))]</c>.</summary>
[CollectionDefinition(nameof(BrowserWalks))]
public sealed class BrowserWalks : ICollectionFixture<BrowserFixture>;
