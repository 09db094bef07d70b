using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace HnCe.Pages.Tests;

/// <summary>A page as a browser without JavaScript shows it.</summary>
public sealed class Shown(HttpClient browser, HttpResponseMessage response, IHtmlDocument document)
{
    /// <summary>Status.</summary>
    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The answer with its headers.</summary>
    public HttpResponseMessage Response => response;

    /// <summary>The document.</summary>
    public IHtmlDocument Document => document;

    /// <summary>What a person reads.</summary>
    public string Text => document.Body!.TextContent;

    /// <summary>Where the answer leads; null without redirect.</summary>
    public string? Location => response.Headers.Location?.ToString();

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. document.QuerySelectorAll("[role=alert] li").Select(line => line.TextContent.Trim())];

    /// <summary>Opens a page.</summary>
    public static async Task<Shown> OpenAsync(HttpClient browser, string address) => await OfAsync(browser, await browser.GetAsync(address));

    /// <summary>Fills in the form that holds a submit button and presses it; what is not named keeps the value shown.</summary>
    /// <param name="button">Selector of the button.</param>
    /// <param name="fields">Values by name; null leaves a field out, several values come joined by a line break.</param>
    public async Task<Shown> SubmitAsync(string button, params (string Name, string? Value)[] fields)
    {
        var pressed = document.QuerySelector(button) as IHtmlElement ?? throw new InvalidOperationException($"There is no {button} in {document.Url}: {Text}");
        var form = (pressed as IHtmlButtonElement)?.Form ?? (pressed as IHtmlInputElement)?.Form ?? throw new InvalidOperationException($"{button} belongs to no form.");
        var shown = ValuesOf(form, pressed).Where(pair => fields.All(field => field.Name != pair.Key));
        var typed = fields.Where(field => field.Value is not null).SelectMany(field => field.Value!.Split('\n').Select(value => KeyValuePair.Create(field.Name, value)));
        var address = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? response.RequestMessage!.RequestUri!.PathAndQuery;
        if (form.Method == "get")
        {
            var query = string.Join('&', shown.Concat(typed).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
            return await OpenAsync(browser, $"{address.Split('?')[0]}?{query}");
        }

        return await OfAsync(browser, await browser.PostAsync(address, new FormUrlEncodedContent(shown.Concat(typed))));
    }

    /// <summary>Presses a button of a form that takes files.</summary>
    public async Task<Shown> UploadAsync(string button, string field, string fileName, byte[] content, params (string Name, string? Value)[] fields)
    {
        var pressed = document.QuerySelector(button) as IHtmlButtonElement ?? throw new InvalidOperationException($"There is no {button}: {Text}");
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in ValuesOf(pressed.Form!, pressed).Where(pair => fields.All(f => f.Name != pair.Key) && pair.Key != field)
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(content), field, fileName);
        var address = pressed.GetAttribute("formaction") ?? pressed.Form!.GetAttribute("action") ?? response.RequestMessage!.RequestUri!.PathAndQuery;
        return await OfAsync(browser, await browser.PostAsync(address, body));
    }

    /// <summary>What stands in a field.</summary>
    public string? ValueOf(string name) => document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value,
        _ => throw new InvalidOperationException($"There is no field {name}: {Text}"),
    };

    /// <summary>Opens another page in the same browser.</summary>
    public Task<Shown> GoAsync(string address) => OpenAsync(browser, address);

    /// <summary>Goes where the answer leads.</summary>
    public Task<Shown> FollowAsync() => OpenAsync(browser, Location ?? throw new InvalidOperationException($"No redirect but {Status}: {Text}"));

    private static async Task<Shown> OfAsync(HttpClient browser, HttpResponseMessage response) =>
        new(browser, response, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form, IHtmlElement pressed)
    {
        foreach (var element in form.Elements.Where(element => !string.IsNullOrEmpty(element.GetAttribute("name")) && !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when !choice.IsChecked:
                case IHtmlInputElement { Type: "file" or "submit" }:
                case IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement text:
                    yield return KeyValuePair.Create(name, text.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }

        if (pressed.GetAttribute("name") is { Length: > 0 } button)
        {
            yield return KeyValuePair.Create(button, pressed.GetAttribute("value") ?? "");
        }
    }
}
