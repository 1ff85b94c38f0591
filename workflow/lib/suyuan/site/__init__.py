"""The reviewer's site: a page for each source, figure and analysis, offline, from a mark in a figure to the words it stands on.

- ``suyuan.site.build.build_site(material, folder)``    writes the site (``material``: ``suyuan.site.material.Material``)
- ``suyuan.site.pictures.draw_pages(data, shown, pages, stem, scale)``    writes the pictures of a PDF's pages

Nothing is imported here, so that a new style sheet does not make the stage that draws pages run again.
"""
